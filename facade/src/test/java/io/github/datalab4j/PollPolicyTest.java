package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PollPolicyTest {
  private static final long YEAR = DAYS.toMillis(365);
  private final Random random = new Random(1);

  @Test
  void theDefaultsAreThoseOfTheDocumentation() {
    PollPolicy policy = PollPolicy.proportional();
    assertEquals(0.1, policy.jitter());
    assertEquals(0, policy.firstDelay(MILLISECONDS));
    assertEquals(30, policy.pollTimeout(SECONDS));
    assertEquals(30, policy.deadline(MINUTES));
    assertEquals(10, policy.failuresBorne());
    assertEquals(1000, policy.delay().afterPoll(1, 0));
    assertEquals(1000, policy.delay().afterPoll(9, 10_000));
    assertEquals(1001, policy.delay().afterPoll(9, 10_010));
    assertEquals(15_000, policy.delay().afterPoll(99, 150_000));
    assertEquals(15_000, policy.delay().afterPoll(99, Long.MAX_VALUE));
  }

  @Test
  void fixedIsExact() {
    PollPolicy policy = PollPolicy.fixed(2, SECONDS);
    assertEquals(0, policy.jitter());
    assertEquals(2000, policy.delayMillis(1, 0, random));
    assertEquals(2000, policy.delayMillis(100, 1_000_000, random));
  }

  @Test
  void exponentialGrowsByHalfUpToThirtySeconds() {
    PollDelay delay = PollPolicy.exponential(1, SECONDS).delay();
    assertEquals(1000, delay.afterPoll(1, 0));
    assertEquals(1500, delay.afterPoll(2, 0));
    assertEquals(2250, delay.afterPoll(3, 0));
    assertEquals(30_000, delay.afterPoll(10, 0));
    assertEquals(30_000, delay.afterPoll(Integer.MAX_VALUE, 0));
    assertEquals(0.1, PollPolicy.exponential(1, SECONDS).jitter());
  }

  @Test
  void exponentialFromMoreThanThirtySecondsStaysThere() {
    PollDelay delay = PollPolicy.exponential(1, MINUTES).delay();
    assertEquals(60_000, delay.afterPoll(1, 0));
    assertEquals(60_000, delay.afterPoll(50, 0));
  }

  @Test
  void exponentialTakesFactorAndLongestWait() {
    PollDelay delay = PollPolicy.builder().exponential(1, 3, 20, SECONDS).build().delay();
    assertEquals(9000, delay.afterPoll(3, 0));
    assertEquals(20_000, delay.afterPoll(4, 0));
  }

  @Test
  void anOwnFunctionIsAskedAndHasNoJitter() {
    PollPolicy policy = PollPolicy.custom((polls, elapsed) -> polls * 100L + elapsed);
    assertEquals(307, policy.delayMillis(3, 7, random));
  }

  @Test
  void anOwnFunctionIsKeptWithinBounds() {
    assertEquals(1, PollPolicy.custom((polls, elapsed) -> 0).delayMillis(1, 0, random));
    assertEquals(1, PollPolicy.custom((polls, elapsed) -> -5).delayMillis(1, 0, random));
    assertEquals(
        YEAR, PollPolicy.custom((polls, elapsed) -> Long.MAX_VALUE).delayMillis(1, 0, random));
  }

  @Test
  void jitterMayBeSetForEveryFunction() {
    PollPolicy policy = PollPolicy.builder().jitter(0.25).fixed(1, SECONDS).build();
    assertEquals(0.25, policy.jitter());
    assertEquals(0, PollPolicy.builder().jitter(0).build().jitter());
  }

  @Test
  void jitterReachesBothEnds() {
    PollPolicy policy = PollPolicy.builder().fixed(1, SECONDS).jitter(0.5).build();
    assertEquals(500, policy.delayMillis(1, 0, always(0)));
    assertEquals(1000, policy.delayMillis(1, 0, always(0.5)));
    assertEquals(1500, policy.delayMillis(1, 0, always(Math.nextDown(1.0))));
  }

  @Test
  void theLastFunctionSetHolds() {
    PollPolicy policy = PollPolicy.builder().exponential(1, SECONDS).fixed(3, SECONDS).build();
    assertEquals(PollPolicy.fixed(3, SECONDS), policy);
  }

  @Test
  void durationsAreAsGoodAsUnits() {
    assertEquals(PollPolicy.fixed(1, SECONDS), PollPolicy.fixed(Duration.ofSeconds(1)));
    assertEquals(PollPolicy.exponential(1, SECONDS), PollPolicy.exponential(Duration.ofSeconds(1)));
    assertEquals(
        PollPolicy.builder()
            .fixed(1, SECONDS)
            .firstDelay(2, SECONDS)
            .pollTimeout(3, SECONDS)
            .deadline(4, SECONDS)
            .build(),
        PollPolicy.builder()
            .fixed(Duration.ofSeconds(1))
            .firstDelay(Duration.ofSeconds(2))
            .pollTimeout(Duration.ofSeconds(3))
            .deadline(Duration.ofSeconds(4))
            .build());
    assertEquals(
        0, PollPolicy.builder().firstDelay(Duration.ZERO).build().firstDelay(MILLISECONDS));
  }

  @Test
  void everySettingTellsPoliciesApart() {
    List<PollPolicy> all = oneOfEach();
    Set<PollPolicy> distinct = new HashSet<>(all);
    assertEquals(all.size(), distinct.size());
    assertEquals(all, oneOfEach());
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      assertEquals(all.get(i).hashCode(), oneOfEach().get(i).hashCode());
      assertEquals(all.get(i), all.get(i).toBuilder().build());
      texts.add(all.get(i).toString());
    }
    assertEquals(all.size(), texts.size());
    assertNotEquals(all.get(0), "a text");
    for (PollPolicy policy : all) {
      assertNotEquals(policy.delay(), "a text");
    }
  }

  private static List<PollPolicy> oneOfEach() {
    List<PollPolicy> all = new ArrayList<>();
    all.add(PollPolicy.proportional());
    all.add(PollPolicy.builder().proportional(0.2, 1, 15, SECONDS).build());
    all.add(PollPolicy.builder().proportional(0.1, 2, 15, SECONDS).build());
    all.add(PollPolicy.builder().proportional(0.1, 1, 16, SECONDS).build());
    all.add(PollPolicy.fixed(1, SECONDS));
    all.add(PollPolicy.fixed(2, SECONDS));
    all.add(PollPolicy.exponential(1, SECONDS));
    all.add(PollPolicy.exponential(2, SECONDS));
    all.add(PollPolicy.builder().exponential(1, 2, 30, SECONDS).build());
    all.add(PollPolicy.builder().exponential(1, 1.5, 31, SECONDS).build());
    all.add(PollPolicy.builder().jitter(0.2).build());
    all.add(PollPolicy.builder().firstDelay(1, SECONDS).build());
    all.add(PollPolicy.builder().pollTimeout(1, SECONDS).build());
    all.add(PollPolicy.builder().deadline(1, SECONDS).build());
    all.add(PollPolicy.builder().failuresBorne(1).build());
    return all;
  }

  @Test
  void toBuilderKeepsTheJitterOfAnotherFunction() {
    assertEquals(0.1, PollPolicy.proportional().toBuilder().fixed(1, SECONDS).build().jitter());
  }

  @Test
  void whatTheDocumentationForbidsIsRefusedWithItsName() {
    PollPolicy.Builder b = PollPolicy.builder();
    refused("delay must be 1 ms to 365 days, was 0 SECONDS", () -> b.fixed(0, SECONDS));
    refused("delay must be 1 ms to 365 days, was -1 SECONDS", () -> b.fixed(-1, SECONDS));
    refused("delay must be 1 ms to 365 days, was 999 NANOSECONDS", () -> b.fixed(999, NANOSECONDS));
    refused("delay must be 1 ms to 365 days, was 366 DAYS", () -> b.fixed(366, DAYS));
    refused(
        "delay must be 1 ms to 365 days, was " + Long.MAX_VALUE + " HOURS",
        () -> b.fixed(Long.MAX_VALUE, HOURS));
    refused("delay must be 1 ms to 365 days, was PT0S", () -> b.fixed(Duration.ZERO));
    refused("delay must be 1 ms to 365 days, was PT-1S", () -> b.fixed(Duration.ofSeconds(-1)));
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
    refused("delay must be 1 ms to 365 days, was " + longest, () -> b.fixed(longest));
    refused("deadline must be 1 ms to 365 days, was 0 DAYS", () -> b.deadline(0, DAYS));
    refused("pollTimeout must be 1 ms to 365 days, was 0 DAYS", () -> b.pollTimeout(0, DAYS));
    refused("firstDelay must be 1 ms to 365 days, was -1 DAYS", () -> b.firstDelay(-1, DAYS));
    refused("initial must be 1 ms to 365 days, was 0 DAYS", () -> b.exponential(0, DAYS));
    refused("factor must be 1 to 10, was 0.9", () -> b.exponential(1, 0.9, 2, SECONDS));
    refused("factor must be 1 to 10, was NaN", () -> b.exponential(1, Double.NaN, 2, SECONDS));
    refused("factor must be 1 to 10, was 11.0", () -> b.exponential(1, 11, 2, SECONDS));
    refused(
        "the first delay (3000 ms) exceeds the longest (2000 ms)",
        () -> b.exponential(3, 2, 2, SECONDS));
    refused(
        "share must be more than 0 and at most 1, was 0.0", () -> b.proportional(0, 1, 2, SECONDS));
    refused(
        "share must be more than 0 and at most 1, was 1.1",
        () -> b.proportional(1.1, 1, 2, SECONDS));
    refused(
        "the shortest delay (3000 ms) exceeds the longest (2000 ms)",
        () -> b.proportional(0.1, 3, 2, SECONDS));
    refused("jitter must be 0 to 1, was -0.1", () -> b.jitter(-0.1));
    refused("jitter must be 0 to 1, was 1.1", () -> b.jitter(1.1));
    refused("jitter must be 0 to 1, was NaN", () -> b.jitter(Double.NaN));
    refused("failuresBorne must be 0 or more, was -1", () -> b.failuresBorne(-1));
    assertEquals(PollPolicy.proportional(), b.build());
  }

  @Test
  void theBoundsThemselvesAreAllowed() {
    PollPolicy.Builder b = PollPolicy.builder();
    assertEquals(1, b.fixed(1, MILLISECONDS).build().delay().afterPoll(1, 0));
    assertEquals(YEAR, b.fixed(365, DAYS).build().delay().afterPoll(1, 0));
    assertEquals(YEAR, b.fixed(Duration.ofDays(365)).build().delay().afterPoll(1, 0));
    assertEquals(1, b.jitter(1).build().jitter());
    assertEquals(0, b.failuresBorne(0).build().failuresBorne());
    assertEquals(1, b.proportional(1, 1, 1, SECONDS).build().delay().afterPoll(1, 0) / 1000);
    assertEquals(1000, b.exponential(1, 1, 1, SECONDS).build().delay().afterPoll(9, 0));
  }

  private static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static Random always(double value) {
    return new Random() {
      private static final long serialVersionUID = 1;

      @Override
      public double nextDouble() {
        return value;
      }
    };
  }

  // Properties

  @Property
  void everyDelayIsWithinItsBoundsAndJitter(
      @ForAll @DoubleRange(min = 0.01, max = 1) double share,
      @ForAll @LongRange(min = 1, max = 100_000) long min,
      @ForAll @LongRange(min = 0, max = 1_000_000) long more,
      @ForAll @DoubleRange(min = 0, max = 1) double jitter,
      @ForAll @LongRange(min = 0) long elapsed,
      @ForAll long seed) {
    PollPolicy policy =
        PollPolicy.builder()
            .proportional(share, min, min + more, MILLISECONDS)
            .jitter(jitter)
            .build();
    long plain = policy.delay().afterPoll(1, elapsed);
    assertTrue(plain >= min && plain <= min + more);
    long delay = policy.delayMillis(1, elapsed, new Random(seed));
    assertTrue(delay >= 1);
    assertTrue(
        delay >= Math.floor(plain * (1 - jitter)) && delay <= Math.ceil(plain * (1 + jitter)));
  }

  @Property
  void proportionalNeverShrinksWhileTimePasses(
      @ForAll @LongRange(min = 0, max = 10_000_000) long elapsed,
      @ForAll @LongRange(min = 0, max = 10_000_000) long more) {
    PollDelay delay = PollPolicy.proportional().delay();
    assertTrue(delay.afterPoll(1, elapsed) <= delay.afterPoll(1, elapsed + more));
  }

  @Property
  void proportionalIsLateByAtMostItsShareOfTheJob(
      @ForAll @LongRange(min = 10_000, max = 150_000) long job,
      @ForAll @LongRange(min = 0, max = 1000) long roundTrip) {
    PollDelay delay = PollPolicy.proportional().delay();
    long now = 0;
    while (now < job) {
      now += roundTrip;
      now += delay.afterPoll(1, now);
    }
    assertTrue(now - job <= 0.1 * job + 1 + roundTrip * 1.1);
  }

  @Property
  void exponentialNeverShrinksAndNeverExceedsItsLongest(
      @ForAll @LongRange(min = 1, max = 1_000_000) long initial,
      @ForAll @DoubleRange(min = 1, max = 10) double factor,
      @ForAll @LongRange(min = 0, max = 1_000_000) long more,
      @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE - 1) int polls) {
    PollDelay delay =
        PollPolicy.builder()
            .exponential(initial, factor, initial + more, MILLISECONDS)
            .build()
            .delay();
    long one = delay.afterPoll(polls, 0);
    assertTrue(initial <= one && one <= delay.afterPoll(polls + 1, 0));
    assertTrue(delay.afterPoll(polls + 1, 0) <= initial + more);
  }

  @Property
  void anyTimeIsEitherTakenAsItIsOrRefused(@ForAll long time, @ForAll TimeUnit unit) {
    long millis = unit.toMillis(time);
    if (millis >= 1 && millis <= YEAR) {
      assertEquals(millis, PollPolicy.fixed(time, unit).delay().afterPoll(1, 0));
    } else {
      assertThrows(IllegalArgumentException.class, () -> PollPolicy.fixed(time, unit));
    }
  }

  @Property
  void anyDurationIsEitherTakenAsItIsOrRefused(
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long seconds,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nanos) {
    Duration time = Duration.ofSeconds(seconds, nanos);
    if (time.toMillis() >= 1 && time.compareTo(Duration.ofDays(365)) <= 0) {
      assertEquals(time.toMillis(), PollPolicy.fixed(time).delay().afterPoll(1, 0));
    } else {
      assertThrows(IllegalArgumentException.class, () -> PollPolicy.fixed(time));
    }
  }
}
