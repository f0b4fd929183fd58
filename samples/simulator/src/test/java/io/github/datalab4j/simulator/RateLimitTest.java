package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The limit of requests a minute. */
final class RateLimitTest extends WireTest {
  @Test
  void oneCallTooManyIsA429WithSeconds() throws IOException {
    limitTo(RateLimit.perMinute(2));
    client.status("k");
    time.advance(10, TimeUnit.SECONDS);
    client.status("k");

    Client.Reply reply = client.status("k");

    assertEquals(429, reply.status);
    assertEquals("{\"detail\":\"Rate limit exceeded\"}", reply.text());
    assertEquals("50", reply.headers.get("retry-after"));
  }

  @Test
  void theNextCallIsLetInWhenTheSecondsHavePassed() throws IOException {
    limitTo(RateLimit.perMinute(1));
    client.status("k");
    assertEquals(429, client.status("k").status);

    time.advance(59_999, TimeUnit.MILLISECONDS);
    assertEquals(429, client.status("k").status);
    time.advance(1, TimeUnit.MILLISECONDS);
    assertEquals(404, client.status("k").status);
  }

  @Test
  void refusedCallsDoNotCount() throws IOException {
    limitTo(RateLimit.perMinute(1));
    client.status("k");
    time.advance(59, TimeUnit.SECONDS);
    client.status("k");
    time.advance(1, TimeUnit.SECONDS);

    assertEquals(404, client.status("k").status);
  }

  @Test
  void retryAfterCanBeADate() throws IOException {
    limitTo(RateLimit.perMinute(1).withRetryAfterDate());
    client.status("k");

    assertEquals("Thu, 01 Jan 2026 00:01:00 GMT", client.status("k").headers.get("retry-after"));
  }

  @Test
  void retryAfterCanBeLeftOut() throws IOException {
    limitTo(RateLimit.perMinute(1).withoutRetryAfter());
    client.status("k");

    Client.Reply reply = client.status("k");

    assertEquals(429, reply.status);
    assertNull(reply.headers.get("retry-after"));
  }

  @Test
  void aLimitedCallIsNotHandled() throws IOException {
    limitTo(RateLimit.perMinute(1));
    client.status("k");

    client.iterate();

    assertEquals(false, datalab.iterations().get(0).isAccepted());
    assertEquals(429, datalab.iterations().get(0).http().status());
  }

  @Test
  void theLimitCanBeLifted() throws IOException {
    limitTo(RateLimit.perMinute(1));
    client.status("k");
    datalab.rateLimit(RateLimit.none());

    assertEquals(404, client.status("k").status);
  }

  @Test
  void aLimitBelowOneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> RateLimit.perMinute(0));
  }

  private void limitTo(RateLimit limit) {
    restart(DatalabSimulator.builder().rateLimit(limit));
  }
}
