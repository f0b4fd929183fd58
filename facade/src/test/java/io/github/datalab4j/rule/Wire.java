package io.github.datalab4j.rule;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Sockets that look for the key in every byte that is written to them. */
final class Wire extends UnconnectedSocketFactory {
  private static final int BUFFER = 64 * 1024; // small, so that a server that reads nothing is felt
  private static final byte[] KEY = Canary.KEY.getBytes(StandardCharsets.US_ASCII);

  private final Set<Integer> ports = new ConcurrentSkipListSet<>();

  /** The remote ports to which the key was written, without that one. */
  Set<Integer> portsWithKeyBut(int port) {
    Set<Integer> others = new TreeSet<>(ports);
    others.remove(port);
    return others;
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket =
        new Socket() {
          @Override
          public OutputStream getOutputStream() throws IOException {
            return new Searching(super.getOutputStream(), getPort());
          }
        };
    socket.setSendBufferSize(BUFFER);
    return socket;
  }

  private final class Searching extends OutputStream {
    private final OutputStream out;
    private final int port;
    private int matched;

    Searching(OutputStream out, int port) {
      this.out = out;
      this.port = port;
    }

    @Override
    public void write(int b) throws IOException {
      look(b);
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        look(bytes[i]);
      }
      out.write(bytes, offset, length);
    }

    /** The first byte of the key occurs in it once more only, so that going back there will do. */
    private void look(int b) {
      matched = b == KEY[matched] ? matched + 1 : b == KEY[0] ? 1 : 0;
      if (matched == KEY.length) {
        ports.add(port);
        matched = 0;
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
