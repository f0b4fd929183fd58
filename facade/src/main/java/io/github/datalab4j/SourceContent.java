package io.github.datalab4j;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A user's {@link Document.Source}. */
final class SourceContent implements Content {
  private final long length;
  private final Document.Source source;

  SourceContent(long length, Document.Source source) {
    this.length = length;
    this.source = source;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public InputStream open() throws IOException {
    @Nullable InputStream stream = source.open();
    if (stream == null) { // as Android's ContentResolver.openInputStream does after a crash
      throw new IOException("its source gave no stream");
    }
    return stream;
  }

  @Override
  public void check() {
    if (length == 0) {
      throw new IllegalArgumentException("The document is empty.");
    }
    if (length < Document.UNKNOWN_LENGTH) {
      throw new IllegalArgumentException(
          "A length of " + length + " bytes: give the length, or Document.UNKNOWN_LENGTH.");
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceContent
        && length == ((SourceContent) other).length
        && source.equals(((SourceContent) other).source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }
}
