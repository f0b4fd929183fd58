package io.github.datalab4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each policy costs and how late it is, as a report that is reviewed when it changes. */
class PolicySimulationTest {
  private static final int JOBS = 40;
  private static final long[] LENGTHS = {10, 60, 300, 1800};

  /** Measured independently before this library was written, with the first wait before a poll. */
  @Test
  void theFixedSecondAsksForFiveMinutesAsMeasured() {
    PollPolicy policy = PollPolicy.builder().fixed(1, SECONDS).firstDelay(1, SECONDS).build();
    PolicySimulation simulated = PolicySimulation.of(policy, 300, 200);
    assertEquals(262, simulated.polls, 1);
    assertEquals(0.6, simulated.lateSeconds, 0.1);
  }

  @Test
  void theProportionalPolicyWatchesFiveMinutesAsMeasured() {
    PollPolicy policy = PollPolicy.builder().firstDelay(1, SECONDS).build();
    PolicySimulation simulated = PolicySimulation.of(policy, 300, 200);
    assertEquals(46, simulated.polls, 1);
    assertEquals(7.4, simulated.lateSeconds, 0.5);
  }

  @Test
  void theDefaultIsLateByAtMostSixPercentAndPollsRarely() {
    for (long seconds : new long[] {60, 300, 1800}) {
      PolicySimulation simulated = PolicySimulation.of(PollPolicy.proportional(), seconds, JOBS);
      assertTrue(simulated.lateSeconds <= 0.06 * seconds, seconds + " s: " + simulated);
      assertTrue(simulated.polls <= 25 + seconds / 12.0, seconds + " s: " + simulated);
    }
  }

  @Test
  void theReportIsTheOneThatWasReviewed() throws IOException {
    String report = report();
    Path written = Paths.get("target", "poll-policies.txt");
    Files.createDirectories(written.toAbsolutePath().getParent());
    Files.write(written, report.getBytes(UTF_8));
    assertEquals(
        reviewed(),
        report,
        "The policies behave differently. If that is meant, copy target/poll-policies.txt to"
            + " src/test/resources/poll-policies.txt");
  }

  private static String report() {
    Map<String, PollPolicy> policies = new LinkedHashMap<>();
    policies.put("proportional", PollPolicy.proportional());
    policies.put("fixed:1s", PollPolicy.fixed(1, SECONDS));
    policies.put("fixed:5s", PollPolicy.fixed(5, SECONDS));
    policies.put("exponential:1s", PollPolicy.exponential(1, SECONDS));
    StringBuilder report = new StringBuilder();
    report.append("Means over ").append(JOBS).append(" simulated jobs, round trip 150 ms\n\n");
    report.append(String.format(Locale.ROOT, "%-15s", "job of"));
    for (long length : LENGTHS) {
      report.append(String.format(Locale.ROOT, " | %24s", length + " s"));
    }
    for (Map.Entry<String, PollPolicy> policy : policies.entrySet()) {
      report.append(String.format(Locale.ROOT, "\n%-15s", policy.getKey()));
      for (long length : LENGTHS) {
        PolicySimulation cell = PolicySimulation.of(policy.getValue(), length, JOBS);
        report.append(String.format(Locale.ROOT, " | %24s", cell));
      }
    }
    return report.append('\n').toString();
  }

  private static String reviewed() throws IOException {
    try (InputStream in = PolicySimulationTest.class.getResourceAsStream("/poll-policies.txt")) {
      assertNotNull(in, "no reviewed report");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      return new String(bytes.toByteArray(), UTF_8).replace("\r\n", "\n");
    }
  }
}
