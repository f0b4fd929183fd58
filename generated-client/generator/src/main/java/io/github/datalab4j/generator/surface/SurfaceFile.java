package io.github.datalab4j.generator.surface;

import io.github.datalab4j.generator.naming.NameKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The checked-in text of the surface: read for its names, compared, and written on request. */
public final class SurfaceFile {
  private static final int MOST_LINES = 60;
  private static final Pattern OPERATION = Pattern.compile("operation (\\S+ .+)");
  private static final Pattern METHOD = Pattern.compile("  method (\\w+)\\.(\\w+)");
  private static final Pattern CLASS = Pattern.compile("(parts|object|enum|union) (\\w+).*");
  private static final Pattern ORIGIN = Pattern.compile("  of (.+)");

  private final Path file;
  private final String text;
  private final boolean exists;

  private SurfaceFile(Path file, String text, boolean exists) {
    this.file = file;
    this.text = text;
    this.exists = exists;
  }

  /** The file as it is, or an empty one where there is none. */
  public static SurfaceFile read(Path file) {
    if (!Files.exists(file)) {
      return new SurfaceFile(file, "", false);
    }
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return new SurfaceFile(file, text.replace("\r\n", "\n"), true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the surface file " + file, e);
    }
  }

  /**
   * The names that stay: of methods by operation, for example {@code "GET /pets"} to {@code
   * "listPets"}; of classes by {@link NameKeys}.
   */
  public Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i + 1 < lines.length; i++) {
      Matcher operation = OPERATION.matcher(lines[i]);
      Matcher method = METHOD.matcher(lines[i + 1]);
      Matcher type = CLASS.matcher(lines[i]);
      if (operation.matches() && method.matches()) {
        names.put(operation.group(1), method.group(2));
        names.put(NameKeys.ofInterface(method.group(1)), method.group(1));
      } else if (type.matches()) {
        Matcher origin = ORIGIN.matcher(lines[i + 1]);
        String name = type.group(2);
        String from = origin.matches() ? origin.group(1) : name;
        boolean parts = type.group(1).equals("parts");
        names.putIfAbsent(parts ? NameKeys.ofParts(from) : NameKeys.ofSchema(from), name);
      }
    }
    return names;
  }

  public boolean matches(String surface) {
    return exists && text.equals(surface);
  }

  /** What a person has to know when the surface is another than the file says. */
  public String difference(String surface, String acceptCommand) {
    StringBuilder message = new StringBuilder();
    if (exists) {
      message.append("The surface of the generated client differs from ").append(file);
      message.append(":\n\n");
      List<String> lines = SurfaceDiff.between(text, surface, MOST_LINES);
      if (lines.isEmpty()) {
        message.append("    only in the order of its blocks or in its head\n");
      }
      for (String line : lines) {
        message.append("    ").append(line).append('\n');
      }
    } else {
      message.append("There is no surface file ").append(file).append(" yet.\n");
    }
    message.append("\nReview this as a change of the public API. To accept it, run\n\n    ");
    return message.append(acceptCommand).append("\n\nand commit the file.").toString();
  }

  public void write(String surface) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(file, surface.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the surface file " + file, e);
    }
  }
}
