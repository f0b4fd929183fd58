package io.github.datalab4j.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What to know about the files, as it was typed. */
final class InstructionOptions {
  @Option(
      names = "--instruct",
      order = 3,
      paramLabel = "NAME=TEXT",
      description = "What to know about a file; NAME is its file name without folders. Repeatable.")
  List<String> instruct = new ArrayList<>();

  @Option(
      names = "--page",
      order = 4,
      paramLabel = "NAME:N=TEXT",
      description = "What to know about page N of a file. Repeatable.")
  List<String> page = new ArrayList<>();

  @Option(
      names = "--file-instructions",
      order = 5,
      paramLabel = "JSON|@FILE",
      description =
          "All instructions as the JSON array that the service takes, in place of --instruct and"
              + " --page.")
  @Nullable String json;

  /** The array as it was typed or stands in the file; null when the other two say it all. */
  @Nullable String json() {
    String typed = json;
    if (typed == null) {
      return null;
    }
    if (!instruct.isEmpty() || !page.isEmpty()) {
      throw new UsageException(
          "--file-instructions says all about the files: leave out --instruct and --page.");
    }
    return typed.startsWith("@") ? read(typed.substring(1)) : typed;
  }

  private static String read(String file) {
    try {
      return Files.readString(new FileArgument().convert(file));
    } catch (IOException | TypeConversionException e) {
      throw new UsageException(
          "--file-instructions: the file '" + file + "' cannot be read as UTF-8 text.");
    }
  }
}
