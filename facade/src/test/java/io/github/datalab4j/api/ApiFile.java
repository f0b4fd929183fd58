package io.github.datalab4j.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The checked-in text of the public API: compared, and written on request. */
final class ApiFile {
  private static final String ACCEPT =
      "mvn test -pl facade -am -Dtest=PublicApiTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dapi.accept";

  private final Path file;

  ApiFile(Path file) {
    this.file = file;
  }

  void write(String api) throws IOException {
    Files.write(file, api.getBytes(UTF_8));
  }

  /** What a person has to know where the API is another than the file says; else empty. */
  String difference(String api) throws IOException {
    String text = Files.exists(file) ? new String(Files.readAllBytes(file), UTF_8) : "";
    text = text.replace("\r\n", "\n");
    if (text.equals(api)) {
      return "";
    }
    Set<String> before = lines(text);
    Set<String> after = lines(api);
    SortedSet<String> changed = new TreeSet<>(before);
    changed.addAll(after);
    List<String> message = new ArrayList<>();
    message.add("The public API differs from " + file + ":\n");
    for (String line : changed) {
      if (!before.contains(line) || !after.contains(line)) {
        message.add((before.contains(line) ? "  - " : "  + ") + line);
      }
    }
    message.add("\nReview this as a change of the public API. To accept it, run\n");
    message.add("    " + ACCEPT + "\n\nand commit the file.");
    return String.join("\n", message);
  }

  /** Each line of a member behind the name of its class, so that it says the same alone. */
  private static Set<String> lines(String text) {
    Set<String> lines = new LinkedHashSet<>();
    String type = "";
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("  ")) {
        lines.add(type + " " + line.trim());
      } else if (line.contains(": ")) {
        type = line.substring(0, line.indexOf(": "));
        lines.add(line);
      }
    }
    return lines;
  }
}
