package io.github.datalab4j.quickstart;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.datalab4j.PollPolicy;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The value of {@code --poll}.
 *
 * @param interval the first or only interval; null for proportional, which has its own
 */
record PollChoice(Kind kind, @Nullable Duration interval) {
  private static final String SYNTAX = "proportional, fixed:1s or exponential:1s";

  enum Kind {
    PROPORTIONAL,
    FIXED,
    EXPONENTIAL
  }

  PollPolicy.Builder applyTo(PollPolicy.Builder policy) {
    return interval == null
        ? policy
        : kind == Kind.FIXED
            ? policy.fixed(interval)
            : policy.exponential(interval.toMillis(), MILLISECONDS);
  }

  /** Reads {@code fixed:1s} and the like. */
  static final class Converter implements ITypeConverter<PollChoice> {
    @Override
    public PollChoice convert(String text) {
      int colon = text.indexOf(':');
      Kind kind = kind(colon < 0 ? text : text.substring(0, colon), text);
      if (kind == Kind.PROPORTIONAL) {
        if (colon >= 0) {
          throw new TypeConversionException("'proportional' takes no duration: write it alone");
        }
        return new PollChoice(kind, null);
      }
      if (colon < 0) {
        throw new TypeConversionException("'" + text + "' lacks a duration: write " + text + ":1s");
      }
      return new PollChoice(kind, new Durations().convert(text.substring(colon + 1)));
    }

    private static Kind kind(String word, String text) {
      for (Kind kind : Kind.values()) {
        if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
          return kind;
        }
      }
      throw new TypeConversionException("'" + text + "' is no polling policy: write " + SYNTAX);
    }
  }
}
