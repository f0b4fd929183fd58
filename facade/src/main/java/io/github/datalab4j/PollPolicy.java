package io.github.datalab4j;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a job is polled, and for how long. An immutable value; one may serve any number of jobs.
 *
 * <pre>{@code
 * PollPolicy policy = PollPolicy.builder().fixed(2, SECONDS).deadline(10, MINUTES).build();
 * }</pre>
 *
 * <p>The defaults: the first poll goes at once; then the wait is <b>10 % of the elapsed time, at
 * least 1 s and at most 15 s, give or take 10 %</b>; a poll may take <b>30 s</b>; <b>10</b>
 * failures in a row are borne; the deadline is <b>30 minutes</b>. A job of five minutes is so
 * polled 47 times, and its end seen 8 s late; every second, as the service's own client does, it
 * would be 262 times and 0.6 s (means of a simulation with a round trip of 150 ms).
 *
 * <p>Three things stand above every policy. {@code Retry-After} is never undercut. The wait is
 * shortened to what is left of the deadline, so that the last look is taken at the deadline; of its
 * poll timeout it may wait for its permit for up to a half, and a second at most. And every poll
 * waits for its turn in the {@link RequestBudget}.
 *
 * <p>Times may be 1 ms to 365 days long; any other is an {@link IllegalArgumentException}.
 */
public final class PollPolicy {
  private final PollDelay delay;
  private final double jitter;
  private final long firstDelayMillis;
  private final long pollTimeoutMillis;
  private final long deadlineMillis;
  private final int failuresBorne;

  private PollPolicy(Builder builder) {
    delay = builder.delay;
    jitter = builder.jitter == null ? builder.usualJitter : builder.jitter;
    firstDelayMillis = builder.firstDelayMillis;
    pollTimeoutMillis = builder.pollTimeoutMillis;
    deadlineMillis = builder.deadlineMillis;
    failuresBorne = builder.failuresBorne;
  }

  /** The default: 10 % of the elapsed time, at least 1 s, at most 15 s, give or take 10 %. */
  public static PollPolicy proportional() {
    return builder().build();
  }

  /** The same wait each time, measured from the answer; without jitter, the rest by default. */
  public static PollPolicy fixed(long delay, TimeUnit unit) {
    return builder().fixed(delay, unit).build();
  }

  /** As {@link #fixed(long, TimeUnit)}. */
  @IgnoreJRERequirement
  public static PollPolicy fixed(Duration delay) {
    return builder().fixed(delay).build();
  }

  /**
   * Each wait is 1.5 times the one before, at most 30 s (or {@code initial}, if that is longer),
   * give or take 10 %; the rest by default.
   */
  public static PollPolicy exponential(long initial, TimeUnit unit) {
    return builder().exponential(initial, unit).build();
  }

  /** As {@link #exponential(long, TimeUnit)}. */
  @IgnoreJRERequirement
  public static PollPolicy exponential(Duration initial) {
    return exponential(PollTimes.millis("initial", initial), TimeUnit.MILLISECONDS);
  }

  /** A function of your own, without jitter, the rest by default. */
  public static PollPolicy custom(PollDelay delay) {
    return builder().delay(delay).build();
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder with this policy's settings. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.delay = delay;
    builder.jitter = jitter;
    builder.firstDelayMillis = firstDelayMillis;
    builder.pollTimeoutMillis = pollTimeoutMillis;
    builder.deadlineMillis = deadlineMillis;
    builder.failuresBorne = failuresBorne;
    return builder;
  }

  /** The function that gives the waits, before jitter. */
  public PollDelay delay() {
    return delay;
  }

  /** By what share a wait may be longer or shorter, 0 to 1. */
  public double jitter() {
    return jitter;
  }

  /** The wait before the first poll. */
  public long firstDelay(TimeUnit unit) {
    return unit.convert(firstDelayMillis, TimeUnit.MILLISECONDS);
  }

  /** How long one poll may take, from the start of its call. */
  public long pollTimeout(TimeUnit unit) {
    return unit.convert(pollTimeoutMillis, TimeUnit.MILLISECONDS);
  }

  /** How long to watch. */
  public long deadline(TimeUnit unit) {
    return unit.convert(deadlineMillis, TimeUnit.MILLISECONDS);
  }

  /** The deadline for a message: in seconds where they are whole. */
  String deadlineText() {
    return deadlineMillis % 1000 == 0 ? deadlineMillis / 1000 + " s" : deadlineMillis + " ms";
  }

  /** How many failures in a row are borne. */
  public int failuresBorne() {
    return failuresBorne;
  }

  /** The wait after an answer, with jitter. */
  long delayMillis(int polls, long elapsedMillis, Random random) {
    long plain = Math.min(PollTimes.MAX_MILLIS, Math.max(1, delay.afterPoll(polls, elapsedMillis)));
    if (jitter == 0) {
      return plain;
    }
    return Math.max(1, Math.round(plain * (1 + jitter * (2 * random.nextDouble() - 1))));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof PollPolicy)) {
      return false;
    }
    PollPolicy that = (PollPolicy) other;
    return delay.equals(that.delay)
        && Double.compare(jitter, that.jitter) == 0
        && firstDelayMillis == that.firstDelayMillis
        && pollTimeoutMillis == that.pollTimeoutMillis
        && deadlineMillis == that.deadlineMillis
        && failuresBorne == that.failuresBorne;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        delay, jitter, firstDelayMillis, pollTimeoutMillis, deadlineMillis, failuresBorne);
  }

  @Override
  public String toString() {
    return "PollPolicy{"
        + ("delay=" + delay + ", jitter=" + jitter)
        + (", firstDelay=" + firstDelayMillis + " ms, pollTimeout=" + pollTimeoutMillis + " ms")
        + (", deadline=" + deadlineMillis + " ms, failuresBorne=" + failuresBorne + "}");
  }

  /** Builds a {@link PollPolicy}. Of the functions that give the waits, the last one set holds. */
  public static final class Builder {
    private static final double USUAL_JITTER = 0.1;

    private PollDelay delay = new ProportionalDelay(0.1, 1_000, 15_000);
    private double usualJitter = USUAL_JITTER;
    private @Nullable Double jitter;
    private long firstDelayMillis;
    private long pollTimeoutMillis = 30_000;
    private long deadlineMillis = 30 * 60_000;
    private int failuresBorne = 10;

    private Builder() {}

    /**
     * Waits for a share of the time elapsed since the watch began, within bounds. The end of a job
     * is seen late by at most that share of the job's length, or by {@code min} where that is more;
     * jitter, 10 % unless set, and the time that a poll takes come on top.
     *
     * @param share more than 0, at most 1; 0.1 by default
     * @param min the shortest wait; 1 s by default
     * @param max the longest wait; 15 s by default
     */
    public Builder proportional(double share, long min, long max, TimeUnit unit) {
      return function(
          new ProportionalDelay(
              share, PollTimes.millis("min", min, unit), PollTimes.millis("max", max, unit)),
          USUAL_JITTER);
    }

    /** Waits for the same time after each answer. Jitter is none unless set. */
    public Builder fixed(long delay, TimeUnit unit) {
      return function(new FixedDelay(PollTimes.millis("delay", delay, unit)), 0);
    }

    /** As {@link #fixed(long, TimeUnit)}. */
    @IgnoreJRERequirement
    public Builder fixed(Duration delay) {
      return function(new FixedDelay(PollTimes.millis("delay", delay)), 0);
    }

    /**
     * Each wait is 1.5 times the one before, at most 30 s (or {@code initial}, if that is longer).
     * Jitter is 10 % unless set.
     */
    public Builder exponential(long initial, TimeUnit unit) {
      long millis = PollTimes.millis("initial", initial, unit);
      return exponential(millis, 1.5, Math.max(millis, 30_000), TimeUnit.MILLISECONDS);
    }

    /**
     * Each wait is {@code factor} times the one before. Jitter is 10 % unless set.
     *
     * @param initial the wait after the first poll
     * @param factor 1 to 10
     * @param max the longest wait
     */
    public Builder exponential(long initial, double factor, long max, TimeUnit unit) {
      return function(
          new ExponentialDelay(
              PollTimes.millis("initial", initial, unit),
              factor,
              PollTimes.millis("max", max, unit)),
          USUAL_JITTER);
    }

    /** Waits as the function says. Jitter is none unless set. */
    public Builder delay(PollDelay delay) {
      return function(requireNonNull(delay, "delay"), 0);
    }

    /**
     * Makes each wait longer or shorter by a random share, so that many jobs do not keep step; the
     * bounds of the function are exceeded by as much. {@code Retry-After} and the first delay are
     * not touched.
     *
     * @param share 0 (none) to 1; by default 0.1, but 0 for {@code fixed} and own functions
     */
    public Builder jitter(double share) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("jitter must be 0 to 1, was " + share);
      }
      this.jitter = share;
      return this;
    }

    /**
     * The wait before the first poll, 0 by default: a resumed job may be done already. This time
     * alone may be 0.
     */
    public Builder firstDelay(long delay, TimeUnit unit) {
      firstDelayMillis = delay == 0 ? 0 : PollTimes.millis("firstDelay", delay, unit);
      return this;
    }

    /** As {@link #firstDelay(long, TimeUnit)}. */
    @IgnoreJRERequirement
    public Builder firstDelay(Duration delay) {
      firstDelayMillis = delay.isZero() ? 0 : PollTimes.millis("firstDelay", delay);
      return this;
    }

    /**
     * How long one poll may take, 30 s by default. It is measured from the start of the call, after
     * any wait for the budget. A poll that takes longer is cut off and counts as a failure.
     */
    public Builder pollTimeout(long timeout, TimeUnit unit) {
      pollTimeoutMillis = PollTimes.millis("pollTimeout", timeout, unit);
      return this;
    }

    /** As {@link #pollTimeout(long, TimeUnit)}. */
    @IgnoreJRERequirement
    public Builder pollTimeout(Duration timeout) {
      pollTimeoutMillis = PollTimes.millis("pollTimeout", timeout);
      return this;
    }

    /**
     * How long to watch, 30 minutes by default: six times what the service's own client waits, and
     * half of the hour for which the service keeps a result, so that there is time to resume.
     *
     * <p>It is measured from the first subscription and includes the waits for the budget. A poll
     * that is on its way at the deadline is still waited for, up to its own timeout; so a watch
     * ends at the latest after deadline plus poll timeout.
     */
    public Builder deadline(long deadline, TimeUnit unit) {
      deadlineMillis = PollTimes.millis("deadline", deadline, unit);
      return this;
    }

    /** As {@link #deadline(long, TimeUnit)}. */
    @IgnoreJRERequirement
    public Builder deadline(Duration deadline) {
      deadlineMillis = PollTimes.millis("deadline", deadline);
      return this;
    }

    /**
     * How many failures in a row are borne, 10 by default; one more ends the watch. Failures are
     * lost connections, timeouts, 5xx and answers that cannot be read; a 429 is none.
     *
     * @param failures 0 or more
     */
    public Builder failuresBorne(int failures) {
      if (failures < 0) {
        throw new IllegalArgumentException("failuresBorne must be 0 or more, was " + failures);
      }
      failuresBorne = failures;
      return this;
    }

    /** The policy. The builder may be used on. */
    public PollPolicy build() {
      return new PollPolicy(this);
    }

    private Builder function(PollDelay delay, double usualJitter) {
      this.delay = delay;
      this.usualJitter = usualJitter;
      return this;
    }
  }
}
