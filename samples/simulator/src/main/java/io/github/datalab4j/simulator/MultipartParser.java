package io.github.datalab4j.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A streaming parser of {@code multipart/form-data} (RFC 7578 on RFC 2046): fed with pieces cut
 * anywhere, it keeps no more than one piece, one delimiter and one header block.
 */
final class MultipartParser {
  /** Told what is found, in order. */
  interface Sink {
    void partBegins(List<Header> headers);

    void partContent(byte[] bytes, int offset, int length);

    void partEnds();
  }

  private enum State {
    PREAMBLE,
    DELIMITER_END,
    HEADERS,
    CONTENT,
    EPILOGUE,
    BROKEN
  }

  private static final int MAX_HEADER_BYTES = 1 << 20;
  private static final byte[] CRLF = {'\r', '\n'};
  private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

  private final byte[] delimiter;
  private final Sink sink;
  private State state = State.PREAMBLE;
  // The body may begin with the delimiter itself, without its line break: one is put before it.
  private byte[] rest = CRLF;
  private int position;

  MultipartParser(String boundary, Sink sink) {
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    this.sink = sink;
  }

  /** Whether the closing delimiter has been seen. */
  boolean isComplete() {
    return state == State.EPILOGUE;
  }

  void feed(byte[] piece) {
    byte[] bytes = Arrays.copyOf(rest, rest.length + piece.length);
    System.arraycopy(piece, 0, bytes, rest.length, piece.length);
    position = 0;
    while (step(bytes)) {}
    rest = Arrays.copyOfRange(bytes, position, bytes.length);
  }

  /** Takes what it can from {@code position} on; false when more bytes are needed, or none. */
  private boolean step(byte[] bytes) {
    switch (state) {
      case PREAMBLE:
      case CONTENT:
        return content(bytes);
      case DELIMITER_END:
        return delimiterEnd(bytes);
      case HEADERS:
        return headers(bytes);
      default:
        position = bytes.length;
        return false;
    }
  }

  private boolean content(byte[] bytes) {
    int found = indexOf(bytes, delimiter, position);
    // The last bytes may be the beginning of a delimiter: they wait for the next piece.
    int end = found >= 0 ? found : Math.max(position, bytes.length - delimiter.length + 1);
    if (state == State.CONTENT && end > position) {
      sink.partContent(bytes, position, end - position);
    }
    position = end;
    if (found < 0) {
      return false;
    }
    if (state == State.CONTENT) {
      sink.partEnds();
    }
    position += delimiter.length;
    state = State.DELIMITER_END;
    return true;
  }

  private boolean delimiterEnd(byte[] bytes) {
    int at = position;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    if (at - position > MAX_HEADER_BYTES) {
      state = State.BROKEN;
      return true;
    }
    if (bytes.length - at < 2) {
      return false;
    }
    // The line break stays: a part without headers is then a blank line as well.
    position = at;
    if (bytes[at] == '-' && bytes[at + 1] == '-') {
      state = State.EPILOGUE;
    } else if (startsWith(bytes, CRLF, at)) {
      state = State.HEADERS;
    } else {
      state = State.BROKEN;
    }
    return true;
  }

  private boolean headers(byte[] bytes) {
    int end = indexOf(bytes, BLANK_LINE, position);
    // The same end, however the body is cut: here a blank line would have begun too late as well.
    int seen = end < 0 ? bytes.length - BLANK_LINE.length + 1 : end;
    if (seen - position > MAX_HEADER_BYTES) {
      state = State.BROKEN;
      return true;
    }
    if (end < 0) {
      return false;
    }
    sink.partBegins(parseHeaders(bytes, position, end));
    position = end + BLANK_LINE.length;
    state = State.CONTENT;
    return true;
  }

  private static List<Header> parseHeaders(byte[] bytes, int from, int end) {
    List<Header> headers = new ArrayList<>();
    for (String line : decoded(Arrays.copyOfRange(bytes, from, end)).split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).trim()));
      }
    }
    return Collections.unmodifiableList(headers);
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static int indexOf(byte[] bytes, byte[] wanted, int from) {
    for (int i = from; i <= bytes.length - wanted.length; i++) {
      if (bytes[i] == wanted[0] && startsWith(bytes, wanted, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] bytes, byte[] wanted, int at) {
    if (bytes.length - at < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
