package io.github.datalab4j.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import okhttp3.OkHttpClient;

/** The calls of the clients of one test, and what they wrote to their sockets. */
public final class Traffic {
  private final CallCounter calls = new CallCounter();
  private final Wire wire = new Wire();

  /** Watches a client that is to be built. */
  public OkHttpClient.Builder watch(OkHttpClient.Builder client) {
    return client.eventListener(calls).socketFactory(wire);
  }

  /** How many requests went to a connection, those that OkHttp repeats too. */
  public int requests() {
    return calls.requests();
  }

  /** Waits until the bodies of so many answers have begun; false if they do not. */
  public boolean awaitBodies(int count) throws InterruptedException {
    return calls.awaitBodies(count);
  }

  /** Waits until a call has failed. */
  public void awaitFailure() throws InterruptedException {
    calls.awaitFailure();
  }

  /** Waits until no call is under way, and no connection is held. */
  public void assertAllReleased() throws InterruptedException {
    calls.assertAllReleased();
  }

  /** The key was written to no other port than that one. */
  public void assertKeyWentOnlyTo(int port) {
    assertEquals(Collections.emptySet(), wire.portsWithKeyBut(port), "the key went to other ports");
  }
}
