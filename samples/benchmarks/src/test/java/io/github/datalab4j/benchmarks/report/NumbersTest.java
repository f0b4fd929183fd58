package io.github.datalab4j.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.benchmarks.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.00594, 0.00594",
    "0.09, 0.0900",
    "0.9996, 1.00",
    "6, 6.00",
    "9.996, 10.0",
    "47, 47.0",
    "99.96, 100",
    "-7.789, -7.79"
  })
  void whatIsMeasuredHasThreeDigits(double value, String text) {
    assertEquals(text, Numbers.text(value));
  }

  @Test
  void noDigitBeforeThePointIsLost() {
    assertEquals("1,234,568", Numbers.text(1_234_567.8));
  }

  @Test
  void whatIsCountedIsWhole() {
    assertEquals("47", Numbers.median(Series.of("any", "threads", "threads", 47)));
    assertEquals("7 (6–9)", Numbers.withSpread(Series.of("any", "bytes", "B/op", 6, 7.2, 9)));
    assertEquals("0 (-2–3)", Numbers.withSpread(Series.of("any", "bytes", "B", -2.1, -0.3, 3)));
  }

  @Test
  void aRatioIsTheMedianOfThoseOfTheRounds() {
    Series ours = Series.of("ours", "time", "ns", 2, 40, 6);
    Series other = Series.of("other", "time", "ns", 1, 10, 6);

    assertEquals("2.00", Numbers.ratio(ours, other)); // of the medians it is 1.00
  }

  @Test
  void whereTheRoundsAreNotTheSameARatioIsThatOfTheMedians() {
    Series ours = Series.of("ours", "time", "ns", 9);

    assertEquals("4.50", Numbers.ratio(ours, Series.of("other", "time", "ns", 1, 2, 3)));
  }

  @Test
  void thereIsNoRatioToNothing() {
    Series none = Series.of("other", "time", "ns", 0);

    assertEquals("–", Numbers.ratio(Series.of("ours", "time", "ns", 9), none));
  }

  @Test
  void theSpreadIsShownWhereThereIsOne() {
    assertEquals("6.00", Numbers.withSpread(Series.of("any", "time", "s", 6, 6)));
    assertEquals("7.00 (6.00–8.00)", Numbers.withSpread(Series.of("any", "time", "s", 6, 7, 8)));
  }
}
