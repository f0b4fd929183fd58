package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.benchmarks.json.Body;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Answers every request with one body, the cheapest way that HTTP/1.1 allows. It keeps nothing, so
 * that it costs the same after a million requests. A process of its own, so that its costs are not
 * the client's.
 */
public final class StatusServer {
  private final byte[] answer;

  private StatusServer(Body body) {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.bytes().length
            + "\r\n\r\n";
    this.answer =
        (head + new String(body.bytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  /** Serves the body that is named until standard input ends; its first line is its address. */
  public static void main(String[] arguments) throws IOException {
    StatusServer server = new StatusServer(Body.valueOf(arguments[0]));
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread accepting = new Thread(() -> server.accept(socket), "accept");
    accepting.setDaemon(true);
    accepting.start();
    System.out.println("http://127.0.0.1:" + socket.getLocalPort());
    System.out.flush();
    while (System.in.read() >= 0) {}
    socket.close();
  }

  private void accept(ServerSocket socket) {
    try {
      while (!socket.isClosed()) {
        Socket connection = socket.accept();
        Thread serving = new Thread(() -> serve(connection), "serve");
        serving.setDaemon(true);
        serving.start();
      }
    } catch (IOException closed) {
      // By main: the process ends.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream(), 64 * 1024);
      OutputStream out = connection.getOutputStream();
      for (RequestHead head = RequestHead.read(in); head != null; head = RequestHead.read(in)) {
        in.skipNBytes(head.contentLength());
        out.write(answer);
        out.flush();
      }
    } catch (IOException gone) {
      // The client has closed it.
    }
  }
}
