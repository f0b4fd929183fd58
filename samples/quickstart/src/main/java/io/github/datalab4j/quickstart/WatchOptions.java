package io.github.datalab4j.quickstart;

import io.github.datalab4j.PollPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a job is watched. */
final class WatchOptions {
  @Option(
      names = "--deadline",
      order = 11,
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "Stop watching after so long, " + Durations.SYNTAX + ". Default: 30m.")
  @Nullable Duration deadline;

  @Option(
      names = "--poll",
      order = 12,
      paramLabel = "POLICY",
      converter = PollChoice.Converter.class,
      description = {
        "When to ask for the status:",
        "  proportional   after a tenth of the time",
        "                 waited so far (default)",
        "  fixed:1s       once a second",
        "  exponential:1s after 1 s, then ever later"
      })
  @Nullable PollChoice poll;

  /** These options, with what was typed before the command's name where nothing stands after it. */
  WatchOptions or(WatchOptions before) {
    WatchOptions both = new WatchOptions();
    both.deadline = deadline == null ? before.deadline : deadline;
    both.poll = poll == null ? before.poll : poll;
    return both;
  }

  PollPolicy policy() {
    PollPolicy.Builder policy = PollPolicy.builder();
    if (poll != null) {
      poll.applyTo(policy);
    }
    return (deadline == null ? policy : policy.deadline(deadline)).build();
  }
}
