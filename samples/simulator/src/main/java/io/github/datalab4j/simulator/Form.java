package io.github.datalab4j.simulator;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpUtil;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The multipart form of one request, taken up piece by piece: of files only size and digest. */
final class Form implements MultipartParser.Sink {
  private final @Nullable MultipartParser parser;
  private final boolean multipart;
  private final int maxTextBytes;
  private final List<ReceivedPart> parts = new ArrayList<>();
  private final MessageDigest digest = sha256();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private List<Header> headers = Collections.emptyList();
  private Parameters disposition = new Parameters(null);
  private long size;
  private boolean textTooLong;

  Form(@Nullable String contentType, int maxTextBytes) {
    this.maxTextBytes = maxTextBytes;
    CharSequence mediaType = contentType == null ? null : HttpUtil.getMimeType(contentType);
    multipart = HttpHeaderValues.MULTIPART_FORM_DATA.contentEqualsIgnoreCase(mediaType);
    String boundary = multipart ? new Parameters(contentType).get("boundary") : null;
    parser = boundary == null ? null : new MultipartParser(boundary, this);
  }

  void feed(byte[] piece) {
    if (parser != null) {
      parser.feed(piece);
    }
  }

  /** What is wrong with the framing of the form as a whole, in the service's words; or null. */
  @Nullable String defect() {
    if (!multipart) {
      return null;
    }
    if (parser == null) {
      return "Missing boundary in multipart.";
    }
    return parser.isComplete() ? null : "There was an error parsing the body";
  }

  boolean isTextTooLong() {
    return textTooLong;
  }

  List<ReceivedPart> parts() {
    return Collections.unmodifiableList(parts);
  }

  @Override
  public void partBegins(List<Header> headers) {
    this.headers = headers;
    disposition = new Parameters(Header.first(headers, "Content-Disposition"));
    size = 0;
    text.reset();
  }

  @Override
  public void partContent(byte[] bytes, int offset, int length) {
    size += length;
    digest.update(bytes, offset, length);
    if (disposition.get("filename") == null) {
      if (text.size() + length <= maxTextBytes) {
        text.write(bytes, offset, length);
      } else {
        textTooLong = true;
      }
    }
  }

  @Override
  public void partEnds() {
    String value =
        disposition.get("filename") == null ? new String(text.toByteArray(), charset()) : null;
    String hash = ByteBufUtil.hexDump(digest.digest());
    parts.add(new ReceivedPart(headers, disposition, value, size, hash));
  }

  private Charset charset() {
    String mediaType = Header.first(headers, "Content-Type");
    String name = new Parameters(mediaType).get("charset");
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
