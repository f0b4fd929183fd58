package io.github.datalab4j.service;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RestartTest {
  @TempDir Path folder;
  private DatalabSimulator datalab;

  @BeforeEach
  void start() {
    datalab = DatalabSimulator.builder().anyProcessor().start();
  }

  @AfterEach
  void stop() {
    datalab.close();
  }

  @Test
  void aJobIsResumedFromTheDatabase() throws Exception {
    datalab.nextJob(Job.completing().after(5));
    String id;
    Events browser;
    try (RunningService before = service()) {
      Client client = new Client(before.url());
      id = client.accepted("Keep footnotes");
      browser = client.events(id);
      browser.awaitState("processing");
    }
    browser.awaitEnd();

    try (RunningService after = service()) {
      List<String> states = new Client(after.url()).statesToTheEnd(id);

      assertEquals(List.of("processing", "completed"), states);
    }
    assertEquals(1, datalab.iterations().size());
  }

  @Test
  void aJobWhoseAnswerWasNotRecordedIsUnknownAndNotSentAgain() throws Exception {
    datalab.fault(On.ITERATE, Fault.stall());
    String id;
    try (RunningService before = service()) {
      id = new Client(before.url()).accepted("Keep footnotes");
      datalab.awaitRequest(On.ITERATE, 1, TimeUnit.MINUTES);
      datalab.awaitStalled(1, 1, TimeUnit.MINUTES);
    }
    datalab.clearFaults().release();

    try (RunningService after = service("--service.keep-watching=true")) {
      List<String> states = new Client(after.url()).statesToTheEnd(id);

      assertEquals("unknown", states.get(states.size() - 1));
    }
    assertEquals(1, datalab.requests(On.ITERATE).size());
  }

  @Test
  void aServiceThatKeepsWatchingNeedsNoBrowser() throws Exception {
    datalab.nextJob(Job.completing().after(3));
    try (RunningService service = service("--service.keep-watching=true")) {
      String id = new Client(service.url()).accepted("Keep footnotes");

      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> service.store().find(id).orElseThrow().state() == JobState.COMPLETED);
    }
  }

  private RunningService service(String... settings) {
    return RunningService.start(datalab.url(), folder.resolve("jobs"), settings);
  }
}
