package io.github.datalab4j.benchmarks.report;

import io.github.datalab4j.benchmarks.Series;
import java.util.Locale;

/** How numbers stand in the page: three digits, thousands set apart. */
public final class Numbers {
  private Numbers() {}

  /** Three digits that count, but never fewer than stand before the point. */
  public static String text(double value) {
    double size = Math.abs(value);
    int decimals = size >= 100 || size == Math.rint(size) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** The median, and in brackets the smallest and the largest value, where they differ. */
  public static String withSpread(Series series) {
    String median = text(series.median());
    return series.min() == series.max()
        ? median
        : median + " (" + text(series.min()) + "–" + text(series.max()) + ")";
  }

  /** How many times the second median the first one is. */
  public static String ratio(Series of, Series to) {
    return to.median() == 0
        ? "–" // less than the clock tells apart, as in a smoke
        : String.format(Locale.ROOT, "%.2f", of.median() / to.median());
  }
}
