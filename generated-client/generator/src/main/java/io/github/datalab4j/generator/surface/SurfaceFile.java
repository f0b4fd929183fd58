package io.github.datalab4j.generator.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The checked-in text of the surface: read for its names, compared, and written on request. */
public final class SurfaceFile {
  private static final int MOST_LINES = 60;

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

  /** The names that stay, as {@link SurfaceNames#all} has them. */
  public Map<String, String> names() {
    return SurfaceNames.of(text).all();
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
