package io.github.datalab4j;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A {@link File}. */
final class FileContent implements Content {
  private final File file;

  FileContent(File file) {
    this.file = file;
  }

  @Override
  public long length() throws IOException {
    if (!file.isFile()) {
      throw new FileNotFoundException("there is no file '" + file + "'");
    }
    return file.length();
  }

  @Override
  public InputStream open() throws IOException {
    return new FileInputStream(file);
  }

  @Override
  public void check() {
    check(file, file.exists(), file.isDirectory(), file.isFile(), file.canRead());
    if (file.length() == 0) {
      throw new IllegalArgumentException("The file '" + file + "' is empty.");
    }
  }

  static void check(Object path, boolean exists, boolean folder, boolean regular, boolean read) {
    if (!exists) {
      throw new IllegalArgumentException("There is no file '" + path + "'.");
    }
    if (folder) {
      throw new IllegalArgumentException(
          "'" + path + "' is a folder: name the files in it one by one.");
    }
    if (!regular) {
      throw new IllegalArgumentException("'" + path + "' is not a regular file.");
    }
    if (!read) {
      throw new IllegalArgumentException("The file '" + path + "' may not be read.");
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileContent && file.equals(((FileContent) other).file);
  }

  @Override
  public int hashCode() {
    return file.hashCode();
  }
}
