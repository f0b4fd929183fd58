package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.reactivex.rxjava3.observers.TestObserver;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A Retry-After outlives what the user's own code throws at the answer that brings it. */
class PollLoopReturnTest {
  private final PollLoopFixture f = new PollLoopFixture();

  @Test
  void policyThatThrowsForgetsNoRetryAfter() {
    AtomicBoolean broken = new AtomicBoolean(true);
    PollLoop<String> loop =
        f.loop(
            PollPolicy.custom(
                (polls, elapsedMillis) -> {
                  if (broken.get()) {
                    throw new IllegalStateException("mine");
                  }
                  return 1000;
                }));
    f.throttled(30_000).value("done");
    TestObserver<String> first = loop.values().test();
    f.time.triggerActions();
    first.assertError(IllegalStateException.class);
    broken.set(false);

    TestObserver<String> back = loop.values().test();

    f.advance(29_999);
    assertEquals(1, f.requests.size());
    f.advance(1);
    back.assertResult("done");
  }
}
