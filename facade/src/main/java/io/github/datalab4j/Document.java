package io.github.datalab4j;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An example document: a name, a media type, and content that can be opened any number of times.
 *
 * <p>Content is not read before it is sent, and is then streamed in constant memory. The {@code of}
 * methods look once whether the file exists, is a regular file, may be read and is not empty, and
 * throw {@link IllegalArgumentException} if not; its length is measured when it is sent. A file
 * that grows or shrinks while it is being sent ends the submission with a {@link NotSentException}:
 * the body was not complete, so no job exists.
 *
 * <p>The name is a file name, not a path: no slash, backslash, quote or control character. It goes
 * out as UTF-8, and is what {@link FileInstructions} are matched by. The media type is guessed from
 * the extension (pdf, png, jpg, webp, gif, tiff, doc, docx, odt, ppt, pptx, odp, xls, xlsx, xlsm,
 * ods, csv, html, epub), else {@code application/octet-stream}. The service takes up to 200 MB a
 * file and 7,000 pages a request (its documentation); this library does not check that.
 */
public final class Document {
  /** The length of a {@link Source} that does not know it. */
  public static final long UNKNOWN_LENGTH = -1;

  private final String name;
  private final String mediaType;
  private final Content content;

  private Document(String name, String mediaType, Content content) {
    this.name = name;
    this.mediaType = mediaType;
    this.content = content;
  }

  /** A file under its own name. */
  public static Document of(File file) {
    return of(file.getName(), new FileContent(file));
  }

  /** A file under another name than its own. */
  public static Document of(String name, File file) {
    return of(name, new FileContent(file));
  }

  /** A file under its own name, in any file system. Not on Android before API 26. */
  @IgnoreJRERequirement
  public static Document of(Path path) {
    return of(PathContent.name(path), new PathContent(path));
  }

  /** Bytes, which are copied. */
  public static Document of(String name, byte[] bytes) {
    return of(name, new BytesContent(bytes));
  }

  /**
   * Whatever can be opened again, such as an Android {@code Uri}:
   *
   * <pre>{@code
   * Document.of("scan.pdf", length, () -> contentResolver.openInputStream(uri))
   * }</pre>
   *
   * @param length in bytes, or {@link #UNKNOWN_LENGTH}: the body is then sent in chunks, and
   *     progress has no total
   */
  public static Document of(String name, long length, Source source) {
    return of(name, new SourceContent(length, Objects.requireNonNull(source, "source")));
  }

  private static Document of(String name, Content content) {
    content.check();
    return new Document(FileName.check(name), MediaTypes.ofName(name), content);
  }

  /** The same document under another name; its media type stays as it is. */
  public Document withName(String name) {
    return new Document(FileName.check(name), mediaType, content);
  }

  /** The same document with another media type, such as {@code image/png}. */
  public Document withMediaType(String mediaType) {
    return new Document(name, MediaTypes.check(mediaType), content);
  }

  /** The file name as the service sees it. */
  public String name() {
    return name;
  }

  /** The media type as the service sees it. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * The length in bytes, measured by this call, or {@link #UNKNOWN_LENGTH}.
   *
   * @throws IOException when the file has gone
   */
  public long length() throws IOException {
    return content.length();
  }

  Content content() {
    return content;
  }

  /** Equal when name, media type and file, bytes or source are equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Document)) {
      return false;
    }
    Document that = (Document) other;
    return name.equals(that.name)
        && mediaType.equals(that.mediaType)
        && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + content.hashCode();
  }

  @Override
  public String toString() {
    return "Document{name=" + name + ", mediaType=" + mediaType + "}";
  }

  /**
   * Content that can be opened again. It is opened and read on a thread of the HTTP client, and may
   * block there: the thread is interrupted when its sending is given up. One that ignores that
   * keeps the thread, and one of the 64 uploads at once, until it comes back.
   */
  public interface Source {
    /** Opens the content at its start; the stream is closed when it was sent. */
    InputStream open() throws IOException;
  }
}
