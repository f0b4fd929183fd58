package io.github.datalab4j.simulator;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One part of a multipart body, as it arrived. Content of files is not kept, only its digest. */
public final class ReceivedPart {
  private final List<Header> headers;
  private final @Nullable String name;
  private final @Nullable String fileName;
  private final @Nullable String text;
  private final long size;
  private final String sha256;

  ReceivedPart(
      List<Header> headers,
      Parameters disposition,
      @Nullable String text,
      long size,
      String sha256) {
    this.headers = headers;
    this.name = disposition.get("name");
    this.fileName = disposition.get("filename");
    this.text = text;
    this.size = size;
    this.sha256 = sha256;
  }

  /** The field name of {@code Content-Disposition}; null if it had none. */
  public @Nullable String name() {
    return name;
  }

  /** The file name, decoded; null for a part that is no file. */
  public @Nullable String fileName() {
    return fileName;
  }

  /** Whether the part named a file. */
  public boolean isFile() {
    return fileName != null;
  }

  /** The {@code Content-Type} of the part to the letter; null if it had none. */
  public @Nullable String mediaType() {
    return Header.first(headers, "Content-Type");
  }

  /** The text, by the charset of the media type or UTF-8; null for a file. */
  public @Nullable String text() {
    return text;
  }

  /** The number of bytes of the content. */
  public long size() {
    return size;
  }

  /** SHA-256 over the content, 64 lower case hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  /** The header lines of the part in their order. */
  public List<Header> headers() {
    return headers;
  }

  /** The first header of that name, without regard to case; null if there is none. */
  public @Nullable String header(String name) {
    return Header.first(headers, name);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReceivedPart
        && headers.equals(((ReceivedPart) other).headers)
        && size == ((ReceivedPart) other).size
        && sha256.equals(((ReceivedPart) other).sha256);
  }

  @Override
  public int hashCode() {
    return Objects.hash(headers, size, sha256);
  }

  @Override
  public String toString() {
    return "ReceivedPart{name="
        + name
        + (fileName == null ? ", text=" + text : ", fileName=" + fileName)
        + ", size="
        + size
        + ", sha256="
        + sha256
        + '}';
  }
}
