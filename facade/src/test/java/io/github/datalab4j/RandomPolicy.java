package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Policies for schedules: every kind, with limits short enough to be met often. */
final class RandomPolicy {
  private RandomPolicy() {}

  static PollPolicy of(Random random) {
    PollPolicy.Builder builder = PollPolicy.builder();
    switch (random.nextInt(5)) {
      case 0:
        builder.fixed(1 + random.nextInt(5000), MILLISECONDS);
        break;
      case 1:
        builder.exponential(1 + random.nextInt(500), MILLISECONDS);
        break;
      case 2:
        builder.delay(
            (polls, elapsed) -> {
              if (random.nextInt(10) == 0) {
                throw new IllegalStateException("the policy");
              }
              return random.nextInt(20_000) - 1000L;
            });
        break;
      case 3:
        builder.fixed(1, TimeUnit.HOURS);
        break;
      default:
    }
    if (random.nextBoolean()) {
      builder.jitter(random.nextDouble());
    }
    return builder
        .firstDelay(random.nextBoolean() ? 0 : random.nextInt(5000), MILLISECONDS)
        .pollTimeout(1 + random.nextInt(10_000), MILLISECONDS)
        .deadline(1 + random.nextInt(random.nextBoolean() ? 5000 : 120_000), MILLISECONDS)
        .failuresBorne(random.nextInt(6))
        .build();
  }
}
