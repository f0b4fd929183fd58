package io.github.datalab4j.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer to the letter: any status, headers in their order, any body. Immutable. {@code
 * Content-Length} is added, and {@code Content-Type: application/json} where none is given.
 */
public final class Answer {
  private static final byte[] EMPTY = {};

  final int status;
  final List<Header> headers;
  final @Nullable Map<String, @Nullable Object> json;
  final byte[] raw;
  final long lengthError;
  final boolean endless;
  final boolean closing;

  private Answer(
      int status,
      List<Header> headers,
      @Nullable Map<String, @Nullable Object> json,
      byte[] raw,
      long lengthError,
      boolean endless,
      boolean closing) {
    this.status = status;
    this.headers = headers;
    this.json = json;
    this.raw = raw;
    this.lengthError = lengthError;
    this.endless = endless;
    this.closing = closing;
  }

  /** An answer with an empty body. */
  public static Answer status(int status) {
    if (status < 100 || status > 999) {
      throw new IllegalArgumentException("a status has three digits, was " + status);
    }
    return new Answer(status, Collections.emptyList(), null, EMPTY, 0, false, false);
  }

  /** An answer with {@code {"detail": "..."}}, as the service words its errors. */
  public static Answer detail(int status, String detail) {
    return status(status).json(Collections.singletonMap("detail", detail));
  }

  /** Adds a header line; a name may come more than once. */
  public Answer header(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Answer(
        status, Collections.unmodifiableList(more), json, raw, lengthError, endless, closing);
  }

  /** That body in UTF-8. */
  public Answer body(String body) {
    return body(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Those bytes as the body. */
  public Answer body(byte[] body) {
    return new Answer(status, headers, null, body.clone(), lengthError, endless, closing);
  }

  /** Closes the connection after the answer, with {@code Connection: close}. */
  public Answer closing() {
    return new Answer(status, headers, json, raw, lengthError, endless, true)
        .header("connection", "close");
  }

  Answer json(Map<String, ? extends @Nullable Object> fields) {
    Map<String, @Nullable Object> copy = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    return new Answer(status, headers, copy, EMPTY, lengthError, endless, closing);
  }

  /** One field set or replaced; a body that is no JSON object becomes one with that field. */
  Answer field(String name, @Nullable Object value) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (json != null) {
      fields.putAll(json);
    }
    fields.put(name, value);
    return json(fields);
  }

  Answer lengthError(long error) {
    return new Answer(status, headers, json, raw, error, endless, closing);
  }

  /** A body that begins so and never ends. */
  Answer endless(byte[] begin) {
    return new Answer(status, headers, null, begin, lengthError, true, closing);
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    return json == null ? raw.clone() : Json.write(json).getBytes(StandardCharsets.UTF_8);
  }

  /** Status line and headers, with what every answer of the service has. */
  byte[] head(int bodyLength, String date) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(' ');
    head.append(Reasons.of(status)).append("\r\ndate: ").append(date).append("\r\n");
    if (endless) {
      head.append("transfer-encoding: chunked\r\n");
    } else if (Header.first(headers, "content-length") == null && status != 204) {
      head.append("content-length: ").append(bodyLength + lengthError).append("\r\n");
    }
    if (Header.first(headers, "content-type") == null && bodyLength > 0) {
      head.append("content-type: application/json\r\n");
    }
    for (Header header : headers) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Answer
        && status == ((Answer) other).status
        && headers.equals(((Answer) other).headers)
        && text().equals(((Answer) other).text());
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, headers);
  }

  @Override
  public String toString() {
    return "Answer{" + status + ", headers=" + headers + ", " + bytes().length + " bytes}";
  }
}
