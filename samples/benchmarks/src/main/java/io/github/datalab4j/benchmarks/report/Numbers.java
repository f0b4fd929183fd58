package io.github.datalab4j.benchmarks.report;

import io.github.datalab4j.benchmarks.Series;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;

/** How numbers stand in the page: three digits, counts as whole numbers, thousands set apart. */
public final class Numbers {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final Set<String> COUNTED =
      Set.of("", "B", "B/job", "B/op", "jobs", "requests", "threads");

  private Numbers() {}

  /** What is measured: three digits that count, but never fewer than stand before the point. */
  public static String text(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(THREE_DIGITS);
    int decimals = value == 0 ? 0 : Math.max(0, 2 - exponent(rounded));
    return String.format(Locale.ROOT, "%,." + decimals + "f", decimals == 0 ? value : rounded);
  }

  /** The median of the series, as what its unit says that it is. */
  public static String median(Series series) {
    return text(series, series.median());
  }

  /** The median, and in brackets the smallest and the largest value, where they differ. */
  public static String withSpread(Series series) {
    return series.min() == series.max()
        ? median(series)
        : median(series)
            + " ("
            + text(series, series.min())
            + "–"
            + text(series, series.max())
            + ")";
  }

  private static String text(Series series, double value) {
    return COUNTED.contains(series.unit())
        ? String.format(Locale.ROOT, "%,d", Math.round(value))
        : text(value);
  }

  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  /**
   * How many times the second one the first one is: the median over the rounds, as what changes on
   * the machine from one to the next meets both; of the medians, where there are no rounds of both.
   */
  public static String ratio(Series of, Series to) {
    boolean rounds = of.values().size() == to.values().size();
    if (rounds ? to.min() == 0 : to.median() == 0) {
      return "–"; // less than the clock tells apart, as in a smoke
    }
    double ratio = rounds ? of.dividedBy(to).median() : of.median() / to.median();
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
