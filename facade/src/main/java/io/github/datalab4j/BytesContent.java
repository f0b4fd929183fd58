package io.github.datalab4j;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes in memory, copied when they were given. */
final class BytesContent implements Content {
  private final byte[] bytes;

  BytesContent(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public void check() {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("The document is empty.");
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BytesContent && Arrays.equals(bytes, ((BytesContent) other).bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
