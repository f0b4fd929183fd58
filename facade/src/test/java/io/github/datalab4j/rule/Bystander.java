package io.github.datalab4j.rule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody else on loopback, who keeps every byte that is sent to him: another origin, or a proxy.
 * He gives each connection the answers he was given, one a request head.
 */
public final class Bystander implements AutoCloseable {
  private final ServerSocket server;
  private final List<String> answers;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final List<Socket> open = new ArrayList<>();
  private final Thread thread = new Thread(this::serve, "bystander");

  /** Answers the nth request head of a connection by the nth of these, and then closes. */
  public Bystander(List<String> answers) throws IOException {
    this(InetAddress.getLoopbackAddress(), answers);
  }

  /** The same on another address of loopback. */
  public Bystander(InetAddress loopback, List<String> answers) throws IOException {
    this.server = new ServerSocket(0, 50, loopback);
    this.answers = answers;
    thread.start();
  }

  /** The port he listens on. */
  public int port() {
    return server.getLocalPort();
  }

  /** All that was sent to him so far, a byte a character. */
  public synchronized String received() {
    return new String(received.toByteArray(), StandardCharsets.ISO_8859_1);
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        synchronized (this) {
          open.add(socket);
        }
        serve(socket);
      } catch (IOException closed) { // by either side: the next one, or the end
        synchronized (this) {
          open.removeIf(Socket::isClosed);
        }
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    for (String answer : answers) {
      if (!readHead(socket.getInputStream())) {
        return;
      }
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }
    keep(socket.getInputStream().read()); // the beginning of whatever comes then
  }

  private synchronized void keep(int b) {
    received.write(b);
  }

  private boolean readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int b = in.read(); b >= 0; b = in.read()) {
      keep(b);
      head.append((char) b);
      if (head.toString().endsWith("\r\n\r\n")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    server.close();
    synchronized (this) {
      for (Socket socket : open) {
        socket.close();
      }
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
