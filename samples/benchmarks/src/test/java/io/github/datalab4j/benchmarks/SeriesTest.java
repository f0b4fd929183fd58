package io.github.datalab4j.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void theValuesOfALaterRoundStandBehindThoseOfTheEarlier() {
    Series both = Series.of("gson", "time", "ns", 1, 2).with(Series.of("gson", "time", "ns", 9));

    assertEquals(List.of(1.0, 2.0, 9.0), both.values());
    assertEquals(2, both.median());
  }

  @Test
  void aRoundIsPutTogetherWithThoseBeforeItSeriesBySeries() {
    List<Series> earlier =
        List.of(Series.of("gson", "time", "ns", 1), Series.of("gson", "bytes", "B", 8));
    List<Series> later =
        List.of(Series.of("gson", "time", "ns", 2), Series.of("gson", "bytes", "B", 9));

    assertEquals(
        List.of(Series.of("gson", "time", "ns", 1, 2), Series.of("gson", "bytes", "B", 8, 9)),
        Jmh.together(earlier, later));
    assertThrows(IllegalStateException.class, () -> Jmh.together(earlier, List.of(later.get(0))));
  }

  @Test
  void roundsOfDifferentPeersOrMetricsAreNotMixed() {
    Series time = Series.of("gson", "time", "ns", 1);
    Series ofAnother = Series.of("jackson", "time", "ns", 1);
    Series bytes = Series.of("gson", "bytes", "B", 1);

    assertThrows(IllegalArgumentException.class, () -> time.with(ofAnother));
    assertThrows(IllegalArgumentException.class, () -> time.with(bytes));
    assertThrows(
        IllegalArgumentException.class, () -> time.with(Series.of("gson", "time", "µs", 1)));
  }
}
