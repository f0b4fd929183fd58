package io.github.datalab4j;

import io.github.datalab4j.rule.UnconnectedSocketFactory;
import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Remembers which threads close its sockets, of which the first may be waited for. */
final class Sockets extends UnconnectedSocketFactory {
  final Set<Thread> closers = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  boolean awaitClosed() throws InterruptedException {
    return closed.await(30, TimeUnit.SECONDS);
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public synchronized void close() throws IOException {
        closers.add(Thread.currentThread());
        super.close();
        closed.countDown();
      }
    };
  }
}
