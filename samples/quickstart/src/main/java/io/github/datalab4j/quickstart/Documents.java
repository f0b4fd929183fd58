package io.github.datalab4j.quickstart;

import io.github.datalab4j.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The documents of {@code --file}, with messages that speak of that option. */
final class Documents {
  private Documents() {}

  static List<Document> of(List<Path> files) {
    List<Document> documents = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path file : files) {
      Document document = of(file);
      if (!names.add(document.name())) {
        throw new UsageException(
            "Two files are named '" + document.name() + "': rename one, to tell them apart.");
      }
      documents.add(document);
    }
    return documents;
  }

  private static Document of(Path file) {
    if (!Files.exists(file)) {
      throw new UsageException("There is no file '" + file + "': check --file.");
    }
    if (Files.isDirectory(file)) {
      throw new UsageException("'" + file + "' is a folder: name the files in it, each by --file.");
    }
    if (isEmpty(file)) {
      throw new UsageException("The file '" + file + "' is empty: leave it out, or send another.");
    }
    return Usage.check("--file: ", () -> Document.of(file));
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) == 0;
    } catch (IOException e) {
      return false; // the library says what is wrong with it
    }
  }
}
