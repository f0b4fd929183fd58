package io.github.datalab4j.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A bare socket: sends exactly what it is told and shows exactly what comes. */
final class RawClient implements AutoCloseable {
  /** How reading came to an end. */
  enum End {
    /** A FIN: end of stream. */
    CLOSED,
    /** A RST: connection reset by peer. */
    RESET,
    /** Nothing more came for a while. */
    SILENT
  }

  /** The body of an iterate call with the boundary {@code b}. */
  static final String FORM =
      "--b\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\nhello\r\n--b--\r\n";

  private static final int SILENCE_MILLIS = 150;
  private static final int PATIENCE_MILLIS = 10_000;

  final Socket socket;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  RawClient(DatalabSimulator datalab) throws IOException {
    socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), datalab.port());
  }

  RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  RawClient get(String path) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\nHost: h\r\nX-API-Key: " + Client.KEY + "\r\n\r\n");
  }

  /** The head of an iterate call with a body of that length. */
  RawClient postHead(long length) throws IOException {
    return send(
        "POST /api/v1/custom_processors/cp_12345/iterate HTTP/1.1\r\nHost: h\r\nX-API-Key: "
            + Client.KEY
            + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
            + length
            + "\r\n\r\n");
  }

  /** Reads to an end that must come; hours of silence are an error. */
  End readToEnd() throws IOException {
    return read(PATIENCE_MILLIS, Integer.MAX_VALUE);
  }

  /** Reads until nothing more comes for a moment. */
  End readWhatComes() throws IOException {
    return read(SILENCE_MILLIS, Integer.MAX_VALUE);
  }

  /** Reads exactly so many bytes more. */
  End readBytes(int count) throws IOException {
    return read(PATIENCE_MILLIS, count);
  }

  /** Reads until that text has come, which must happen. */
  RawClient readUntil(String expected) throws IOException {
    int before = -1;
    while (!text().contains(expected)) {
      if (received.size() == before) {
        throw new AssertionError("never came: " + expected + "; came: " + text());
      }
      before = received.size();
      read(PATIENCE_MILLIS, 1);
    }
    return this;
  }

  private End read(int silenceMillis, int count) throws IOException {
    socket.setSoTimeout(silenceMillis);
    try {
      for (int left = count; left > 0; left--) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          return End.CLOSED;
        }
        received.write(next);
      }
      return End.SILENT;
    } catch (SocketTimeoutException e) {
      return End.SILENT;
    } catch (SocketException e) {
      return End.RESET;
    }
  }

  String text() {
    return new String(received.toByteArray(), StandardCharsets.UTF_8);
  }

  /** What came after the blank line. */
  String body() {
    int blank = text().indexOf("\r\n\r\n");
    return blank < 0 ? "" : text().substring(blank + 4);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
