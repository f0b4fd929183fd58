package io.github.datalab4j.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/** Counts calls and connections, so that a test can wait for their ends and see that all came. */
final class CallCounter extends EventListener {
  private int calls;
  private int requests;
  private int connections;
  private int failed;
  private int bodies;

  @Override
  public synchronized void callStart(Call call) {
    calls++;
  }

  @Override
  public synchronized void callEnd(Call call) {
    calls--;
    notifyAll();
  }

  @Override
  public synchronized void callFailed(Call call, IOException failure) {
    calls--;
    failed++;
    notifyAll();
  }

  @Override
  public synchronized void connectionAcquired(Call call, Connection connection) {
    connections++;
  }

  @Override
  public synchronized void connectionReleased(Call call, Connection connection) {
    connections--;
    notifyAll();
  }

  @Override
  public synchronized void responseBodyStart(Call call) {
    bodies++;
    notifyAll();
  }

  @Override
  public synchronized void requestHeadersStart(Call call) {
    requests++;
  }

  /** How many requests went to a connection. */
  synchronized int requests() {
    return requests;
  }

  /** Waits until the client reads the bodies of so many answers. */
  synchronized boolean awaitBodies(int count) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (bodies < count && System.nanoTime() < end) {
      TimeUnit.SECONDS.timedWait(this, 1);
    }
    return bodies >= count;
  }

  /** Waits until a call has failed. */
  synchronized void awaitFailure() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (failed == 0 && System.nanoTime() < end) {
      TimeUnit.SECONDS.timedWait(this, 1);
    }
    assertEquals(1, failed);
  }

  /** Waits until no call is under way, and no connection is held. */
  synchronized void assertAllReleased() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while ((calls > 0 || connections > 0) && System.nanoTime() < end) {
      TimeUnit.SECONDS.timedWait(this, 1);
    }
    assertEquals(0, calls, "calls under way");
    assertEquals(0, connections, "connections held");
  }
}
