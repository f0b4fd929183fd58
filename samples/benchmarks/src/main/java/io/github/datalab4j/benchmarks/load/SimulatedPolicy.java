package io.github.datalab4j.benchmarks.load;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.datalab4j.PollPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A policy whose chance can be given.
 *
 * @param family which policies it is drawn in one line with
 */
record SimulatedPolicy(String family, String name, Chance chance) {
  /** Makes the policy of one job. */
  interface Chance {
    PollPolicy of(Random random);
  }

  /** One of the facade's policies, whose jitter is drawn from the random given. */
  static SimulatedPolicy of(String family, String name, PollPolicy policy) {
    return new SimulatedPolicy(
        family,
        name,
        random ->
            policy.toBuilder()
                .jitter(0)
                .delay((polls, elapsed) -> jittered(policy, polls, elapsed, random))
                .build());
  }

  PollPolicy of(Random random) {
    return chance.of(random);
  }

  private static long jittered(PollPolicy policy, int polls, long elapsed, Random random) {
    long plain = policy.delay().afterPoll(polls, elapsed);
    return policy.jitter() == 0
        ? plain
        : Math.round(plain * (1 + policy.jitter() * (2 * random.nextDouble() - 1)));
  }

  /** Those that somebody uses, the default first. */
  static List<SimulatedPolicy> named() {
    return List.of(
        of("proportional", "proportional, the default", PollPolicy.proportional()),
        of(
            "proportional",
            "the default, but for a first poll after 1 s",
            PollPolicy.builder().firstDelay(1, SECONDS).build()),
        of("fixed", "fixed 1 s, the vendor's client", PollPolicy.fixed(1, SECONDS)),
        of("fixed", "fixed 5 s", PollPolicy.fixed(5, SECONDS)),
        of("exponential", "exponential from 1 s", PollPolicy.exponential(1, SECONDS)),
        of(
            "gax",
            "gax: 5 s, times 1.5, at most 45 s",
            PollPolicy.builder().exponential(5_000, 1.5, 45_000, MILLISECONDS).jitter(0).build()),
        new SimulatedPolicy("smithy", "smithy waiter: 2 s to 120 s", SimulatedPolicy::smithy));
  }

  /** Those and their like with other numbers: what one would choose among. */
  static List<SimulatedPolicy> all() {
    List<SimulatedPolicy> all = new ArrayList<>(named());
    for (long millis : new long[] {500, 2_000, 10_000, 20_000, 30_000, 60_000}) {
      PollPolicy policy = PollPolicy.fixed(millis, MILLISECONDS);
      all.add(of("fixed", "fixed " + millis / 1000.0 + " s", policy));
    }
    for (long seconds : new long[] {5, 10, 15, 60, 120}) {
      PollPolicy policy = PollPolicy.builder().exponential(1, 1.5, seconds, SECONDS).build();
      all.add(of("exponential", "exponential from 1 s, at most " + seconds + " s", policy));
    }
    for (long max : new long[] {15, 60, 3600}) {
      for (int percent : new int[] {2, 5, 10, 15, 20, 30, 50}) {
        if (percent != 10 || max != 15) {
          PollPolicy policy =
              PollPolicy.builder().proportional(percent / 100.0, 1, max, SECONDS).build();
          all.add(
              of(
                  max == 15 ? "proportional" : "proportional, at most " + max + " s",
                  "proportional " + percent + " %, at most " + max + " s",
                  policy));
        }
      }
    }
    return all;
  }

  /** Full jitter: any wait between the shortest and one that doubles with each poll. */
  private static PollPolicy smithy(Random random) {
    return PollPolicy.custom(
        (polls, elapsed) -> {
          double longest = Math.min(120_000, 2_000 * Math.pow(2, Math.min(20, polls - 1)));
          return Math.round(2_000 + (longest - 2_000) * random.nextDouble());
        });
  }
}
