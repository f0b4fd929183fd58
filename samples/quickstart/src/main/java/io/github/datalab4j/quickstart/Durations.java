package io.github.datalab4j.quickstart;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people type them: {@code 500ms}, {@code 30s}, {@code 1h30m}. */
final class Durations implements ITypeConverter<Duration> {
  static final String SYNTAX = "such as 500ms, 30s, 5m or 1h30m";

  private static final Duration MAX = Duration.ofDays(30);
  private static final Pattern WHOLE = Pattern.compile("(\\d{1,9}(ms|s|m|h|d))+");
  private static final Pattern PART = Pattern.compile("(\\d+)(ms|s|m|h|d)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  @Override
  public Duration convert(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a duration: write numbers with units, " + SYNTAX);
    }
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
    }
    if (sum.isZero() || sum.compareTo(MAX) > 0) {
      throw new TypeConversionException(
          "'" + text + "' is out of range: give more than zero and at most 30 days, " + SYNTAX);
    }
    return sum;
  }

  private static Duration unit(String name) {
    Duration unit = UNITS.get(name);
    if (unit == null) {
      throw new IllegalStateException(name);
    }
    return unit;
  }
}
