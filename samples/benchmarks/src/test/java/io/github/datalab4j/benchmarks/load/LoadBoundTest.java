package io.github.datalab4j.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadBoundTest {
  @Test
  void whoKnowsTheEndsIsNotLateWhileTheLimitIsNotReached() {
    assertEquals(0, new LoadBound(new long[] {10_000, 30_000, 20_000}, 3).knowing());
  }

  @Test
  void whoKnowsTheEndsWaitsAMinuteForEachRequestBeyondTheLimit() {
    LoadBound bound = new LoadBound(new long[] {10_000, 20_000, 30_000, 30_000}, 2);

    // Asked at 10, 20, 70 and 80 s: 0, 0, 40 and 50 s late.
    assertEquals(22.5, bound.knowing());
  }

  @Test
  void whoDoesNotKnowFindsNothingBeforeTheFirstEnd() {
    LoadBound bound = new LoadBound(new long[] {30_000, 30_000}, 6);

    // Asked every 10 s, found at 30 and 40 s.
    assertEquals(5, bound.notKnowing(), 1e-9);
  }

  @Test
  void whoDoesNotKnowAsksInVainAtFirst() {
    LoadBound bound = new LoadBound(new long[] {10_000, 30_000}, 6);

    // Half of the requests at 10 and 20 s find an end: half at 10, half at 20, all at 30.
    assertEquals(10 * 0.25 + 20 * 0.25 + 30 * 0.5 - 20, bound.notKnowing(), 1e-9);
  }

  @Test
  void knowledgeHelps() {
    long[] lengths = LongStream.range(0, 500).map(job -> 30_000 + 180 * job).toArray();
    LoadBound bound = new LoadBound(lengths, 100);

    assertTrue(bound.knowing() < bound.notKnowing());
  }
}
