package io.github.datalab4j.quickstart;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a file's path, whose characters the locale may not know. */
final class FileArgument implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "'" + text + "' is no file name in this locale: rename the file, or set LC_ALL=C.UTF-8");
    }
  }
}
