package io.github.datalab4j.generator.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document in a file, with the files that it refers to: all in its folder, or below it. */
public final class DocumentFile {
  private final Path folder;
  private final Set<Path> seen = new HashSet<>();
  private long bytes;

  private DocumentFile(Path folder) {
    this.folder = folder;
  }

  /**
   * Refuses what cannot be read, or would read what is elsewhere.
   *
   * @param location as the framework takes it; an address is the framework's to read
   * @return the text; null of an address
   */
  public static @Nullable OpenApiText check(String location) {
    if (location.toLowerCase(Locale.ROOT).matches("(https?|jar):.*")) {
      return null;
    }
    try {
      Path file = path(location);
      if (!Files.exists(file)) {
        throw new UnreadableDocumentException(
            "There is no file " + location + ". Give the path of an OpenAPI document.");
      }
      Path real = file.toRealPath();
      DocumentFile document = new DocumentFile(real.resolveSibling(""));
      document.seen.add(real);
      OpenApiText text = OpenApiText.of(location, document.read(location, real));
      document.follow(location, real, text);
      return text;
    } catch (IOException e) {
      throw new UnreadableDocumentException("Cannot read " + location + ": " + e);
    }
  }

  private static Path path(String location) {
    try {
      return location.toLowerCase(Locale.ROOT).startsWith("file:")
          ? Paths.get(new URI(location))
          : Paths.get(location);
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      throw new UnreadableDocumentException(location + " is no path of a file.");
    }
  }

  private byte[] read(String name, Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UnreadableDocumentException(name + " is a folder; give the document in it.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(Limits.LARGEST + 1);
      bytes += content.length;
      if (bytes > Limits.LARGEST && content.length <= Limits.LARGEST) {
        throw Limits.tooLarge("With " + name + " the document is");
      }
      return content;
    }
  }

  private void follow(String name, Path file, OpenApiText text) throws IOException {
    for (String reference : text.references()) {
      Path target = target(name, file, reference);
      if (seen.add(target)) {
        String targetName = folder.relativize(target).toString();
        follow(targetName, target, OpenApiText.part(targetName, read(targetName, target)));
      }
    }
  }

  private Path target(String name, Path file, String reference) throws IOException {
    String path = reference.replaceFirst("#.*", "");
    Path target;
    try {
      target =
          path.matches("(?i)[a-z][a-z0-9+.-]*:.*|[/\\\\].*")
              ? null
              : file.resolveSibling(path).normalize();
    } catch (InvalidPathException e) {
      target = null;
    }
    if (target == null || !target.startsWith(folder)) {
      throw elsewhere(name, reference);
    }
    if (!Files.exists(target)) {
      throw new UnreadableDocumentException(
          name + " refers to " + reference + ", but there is no such file in its folder.");
    }
    Path real = target.toRealPath();
    if (!real.startsWith(folder)) {
      throw elsewhere(name, reference);
    }
    return real;
  }

  private static UnreadableDocumentException elsewhere(String name, String reference) {
    return new UnreadableDocumentException(
        name
            + " refers to "
            + reference
            + ". Only files in the document's folder and below are read: bundle it into one"
            + " document first.");
  }
}
