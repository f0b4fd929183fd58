package io.github.datalab4j;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A {@link Path} of any file system. The only class that needs {@code java.nio.file}. */
@IgnoreJRERequirement
final class PathContent implements Content {
  private final Path path;

  PathContent(Path path) {
    this.path = path;
  }

  static String name(Path path) {
    @Nullable Path name = path.getFileName();
    if (name == null) {
      throw new IllegalArgumentException("'" + path + "' is a folder, not a file.");
    }
    return name.toString();
  }

  @Override
  public long length() throws IOException {
    return Files.size(path);
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  @Override
  public void check() {
    FileContent.check(
        path,
        Files.exists(path),
        Files.isDirectory(path),
        Files.isRegularFile(path),
        Files.isReadable(path));
    try {
      if (Files.size(path) == 0) {
        throw new IllegalArgumentException("The file '" + path + "' is empty.");
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("The file '" + path + "' may not be read.", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathContent && path.equals(((PathContent) other).path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }
}
