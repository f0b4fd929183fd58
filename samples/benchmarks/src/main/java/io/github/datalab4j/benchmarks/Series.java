package io.github.datalab4j.benchmarks;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values of one metric of one peer in one setting: one value a JVM, or one a run where a run
 * has no JVM of its own.
 *
 * @param of the setting: the peer under {@code peer}, and whatever else tells it from others
 * @param metric what was measured, {@code time} say
 * @param unit the unit of the values, {@code ns} say
 */
public record Series(Map<String, String> of, String metric, String unit, List<Double> values) {
  public Series {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Nothing was measured: " + metric + " of " + of);
    }
    of = Map.copyOf(of);
    values = List.copyOf(values);
  }

  /** A series of values of one peer. */
  public static Series of(String peer, String metric, String unit, double... values) {
    return new Series(Map.of("peer", peer), metric, unit, Arrays.stream(values).boxed().toList());
  }

  /** The same with the values of another round behind those of this one. */
  Series with(Series later) {
    if (!of.equals(later.of) || !metric.equals(later.metric) || !unit.equals(later.unit)) {
      throw new IllegalArgumentException(later.metric + " of " + later.of + " is another series");
    }
    return new Series(
        of, metric, unit, Stream.concat(values.stream(), later.values.stream()).toList());
  }

  /** How many times that of the other one each value is. */
  public Series dividedBy(Series other) {
    return new Series(
        of,
        metric,
        "",
        IntStream.range(0, values.size())
            .mapToObj(i -> values.get(i) / other.values.get(i))
            .toList());
  }

  /** The middle one, or the mean of the two in the middle. */
  public double median() {
    return quantile(0.5);
  }

  /**
   * The value below which that share of the values lies, between two neighbours in proportion.
   *
   * @param share from 0 to 1
   */
  public double quantile(double share) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** The smallest value. */
  public double min() {
    return statistics().getMin();
  }

  /** The largest value. */
  public double max() {
    return statistics().getMax();
  }

  private DoubleSummaryStatistics statistics() {
    return values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
  }
}
