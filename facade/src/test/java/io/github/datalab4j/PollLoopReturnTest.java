package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.observers.TestObserver;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A Retry-After outlives what the user's own code throws at the answer that brings it. */
class PollLoopReturnTest {
  private final PollLoopFixture f = new PollLoopFixture();

  @Test
  void budgetThatThrowsAtA429ForgetsNoRetryAfter() {
    PollLoop<String> loop = f.loop(PollPolicy.fixed(1, SECONDS), new ThrowingAtA429());
    f.throttled(30_000).value("done");
    TestObserver<String> first = loop.values().test();
    f.time.triggerActions();
    first.assertError(IllegalStateException.class);

    TestObserver<String> back = loop.values().test();

    f.advance(29_999);
    assertEquals(1, f.requests.size());
    f.advance(1);
    back.assertResult("done");
  }

  private static final class ThrowingAtA429 implements RequestBudget {
    @Override
    public Completable acquire() {
      return Completable.complete();
    }

    @Override
    public void throttled(long retryAfter, TimeUnit unit) {
      throw new IllegalStateException("mine");
    }
  }
}
