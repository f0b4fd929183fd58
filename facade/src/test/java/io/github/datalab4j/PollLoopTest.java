package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.reactivex.rxjava3.observers.TestObserver;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The plain course of a watch. */
class PollLoopTest {
  private final PollLoopFixture f = new PollLoopFixture();

  @Test
  void emitsEveryAnswerUpToAndWithTheTerminalOne() {
    f.value("processing").value("processing").value("done");
    TestObserver<String> seen = f.everySecond().values().test();
    f.advance(10_000);
    seen.assertResult("processing", "processing", "done");
    assertEquals(Arrays.asList(0L, 1000L, 2000L), f.requests);
  }
}
