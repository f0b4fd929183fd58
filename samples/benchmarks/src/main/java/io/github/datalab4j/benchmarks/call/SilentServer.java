package io.github.datalab4j.benchmarks.call;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Takes one request after another, each on a connection of its own, and answers none. */
final class SilentServer implements AutoCloseable {
  private final ServerSocket socket;

  SilentServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(30_000);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Waits for a request, lets it be cancelled, and tells when its connection was closed. */
  long closedAtNanos(Runnable cancel) throws IOException {
    try (Socket connection = socket.accept()) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      if (RequestHead.read(in) == null) {
        throw new IOException("The connection was closed before a request came.");
      }
      cancel.run();
      try {
        if (in.read() >= 0) {
          throw new IOException("More than a request came.");
        }
      } catch (java.net.SocketException reset) {
        // Closed all the same.
      }
      return System.nanoTime();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
