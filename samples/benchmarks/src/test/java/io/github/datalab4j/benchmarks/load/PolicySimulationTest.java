package io.github.datalab4j.benchmarks.load;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySimulationTest {
  /** Measured independently before this library was written, with the first wait before a poll. */
  @Test
  void theFixedSecondAsksForFiveMinutesAsMeasured() {
    PolicyOutcome simulated =
        fiveMinutes(PollPolicy.builder().fixed(1, SECONDS).firstDelay(1, SECONDS).build());

    assertEquals(262, simulated.polls(), 1);
    assertEquals(0.6, simulated.lateSeconds(), 0.1);
  }

  @Test
  void theProportionalPolicyWatchesFiveMinutesAsMeasured() {
    PolicyOutcome simulated = fiveMinutes(PollPolicy.builder().firstDelay(1, SECONDS).build());

    assertEquals(46, simulated.polls(), 1);
    assertEquals(7.4, simulated.lateSeconds(), 0.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {60, 300, 1_800})
  void theDefaultIsLateByAtMostSixPercentAndPollsRarely(long seconds) {
    PolicyOutcome simulated = PolicySimulation.of(SimulatedPolicy.named().get(0), seconds, 40, 0);

    assertTrue(simulated.lateSeconds() <= 0.06 * seconds, simulated::toString);
    assertTrue(simulated.polls() <= 25 + seconds / 12.0, simulated::toString);
  }

  /** A policy that behaves differently is to be seen in the page: {@code run policies}. */
  @ParameterizedTest
  @ValueSource(longs = {10, 60})
  void theReportIsWhatTheLibraryDoes(long seconds) throws IOException {
    Results reviewed = Results.read(Path.of("results", "policies.json"));

    for (SimulatedPolicy policy : SimulatedPolicy.named()) {
      for (Series simulated :
          PolicySuite.measured(policy, seconds, PolicySuite.BATCHES, PolicySuite.JOBS)) {
        assertEquals(reviewed.get(simulated.metric(), simulated.of()), simulated);
      }
    }
  }

  /** Else that one should be the default; the poll at once is for jobs that are resumed. */
  @Test
  void noOtherPolicyThatPollsAtOnceIsBetterThanTheDefaultAtEveryLength() throws IOException {
    Results reviewed = Results.read(Path.of("results", "policies.json"));
    SimulatedPolicy usual = SimulatedPolicy.named().get(0);

    for (SimulatedPolicy other : SimulatedPolicy.all()) {
      if (other.of(new Random(0)).firstDelay(SECONDS) > 0) {
        continue;
      }
      boolean better =
          reviewed.values("job").stream()
              .allMatch(
                  job ->
                      median(reviewed, "polls", other, job) <= median(reviewed, "polls", usual, job)
                          && median(reviewed, "late", other, job)
                              <= median(reviewed, "late", usual, job));
      assertEquals(other.name().equals(usual.name()), better, other.name());
    }
  }

  private static double median(Results results, String metric, SimulatedPolicy policy, String job) {
    Map<String, String> of = Map.of("peer", policy.name(), "family", policy.family(), "job", job);
    return results.get(metric, of).median();
  }

  private static PolicyOutcome fiveMinutes(PollPolicy policy) {
    return PolicySimulation.of(SimulatedPolicy.of("any", "any", policy), 300, 200, 0);
  }
}
