package io.github.datalab4j.service;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.RateLimit;
import io.github.datalab4j.simulator.ReceivedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two instances, each a process of its own, on one PostgreSQL. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // processes start slowly on a busy machine
class FleetIT {
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final int PER_MINUTE = 60; // fewer than the requests of the long test

  @AutoClose private static Postgres postgres;

  @TempDir Path folder;
  private DatalabSimulator datalab;
  private String database;

  @BeforeAll
  static void startPostgres() throws Exception {
    postgres = Postgres.start();
  }

  @BeforeEach
  void start() {
    database = postgres.newDatabase();
    datalab =
        DatalabSimulator.builder()
            .anyProcessor()
            .rateLimit(RateLimit.perMinute(PER_MINUTE))
            .start();
  }

  @AfterEach
  void stop() {
    datalab.close();
  }

  @Test
  void theOtherInstanceFinishesTheJobsOfOneThatIsKilled() throws Exception {
    datalab.everyJob(Job.completing().after(6));
    List<String> jobs = new ArrayList<>();
    try (ServiceProcess killed = service();
        ServiceProcess survivor = serviceAfter(killed)) {
      for (int i = 0; i < 4; i++) {
        jobs.add(new Client(killed.url()).accepted("Keep footnotes"));
        jobs.add(new Client(survivor.url()).accepted("Keep footnotes"));
      }
      await().atMost(LONG).until(() -> datalab.requests(On.STATUS).size() >= 12);
      killed.kill();

      Client client = new Client(survivor.url());
      for (String job : jobs) {
        await().atMost(LONG).until(() -> state(client, job).equals("completed"));
      }
    }
    assertEquals(jobs.size(), datalab.requests(On.ITERATE).size());
    assertKeptToTheLimit();
  }

  @Test
  void whatWasSentByTheKilledAndNotRecordedIsUnknownAndNotSentAgain() throws Exception {
    datalab.fault(On.ITERATE, Fault.stall());
    try (ServiceProcess killed = service();
        ServiceProcess survivor = serviceAfter(killed)) {
      String job = new Client(killed.url()).accepted("Keep footnotes");
      datalab.awaitStalled(1, 1, TimeUnit.MINUTES);
      killed.kill();
      datalab.clearFaults().release();

      Client client = new Client(survivor.url());
      await().atMost(LONG).until(() -> state(client, job).equals("unknown"));
      Client.Answer result = client.get("/api/jobs/" + job + "/result");

      assertEquals("urn:datalab4j:submission_unknown", result.json().get("type").asString());
      assertEquals(1, datalab.requests(On.ITERATE).size());
    }
  }

  @Test
  void aBrowserSeesAJobThatAnotherInstanceWatches() throws Exception {
    datalab.everyJob(Job.completing().after(8));
    datalab.fault(On.STATUS.call(1), Fault.stall());
    try (ServiceProcess first = service();
        ServiceProcess second = serviceAfter(first)) {
      String job = new Client(first.url()).accepted("Keep footnotes");
      Client there = new Client(second.url());
      try (Events events = there.events(job)) {
        datalab.awaitStalled(1, 1, TimeUnit.MINUTES);
        events.awaitState("processing");
        datalab.release();
        events.awaitState("completed");
      }
    }
    int asked = datalab.requests(On.STATUS).size();
    assertTrue(asked <= 10, () -> "Two instances asked: " + asked); // nine, and one that timed out
  }

  @Test
  void aBudgetAboveTheLimitIsFoundOut() throws Exception {
    datalab.everyJob(Job.completing().after(PER_MINUTE));
    try (ServiceProcess service = service(Map.of("SERVICE_REQUESTS_PER_MINUTE", "6000"))) {
      Client client = new Client(service.url());
      client.accepted("Keep footnotes");
      client.accepted("Keep footnotes");
      await().atMost(LONG).until(() -> datalab.requests().size() > PER_MINUTE);
    }
    assertThrows(AssertionError.class, this::assertKeptToTheLimit);
  }

  /** The simulator refuses what is above the limit; so two budgets would be found out. */
  private void assertKeptToTheLimit() {
    List<ReceivedRequest> requests = datalab.requests();
    assertTrue(requests.size() > PER_MINUTE, "Too few requests to break the limit.");
    assertEquals(List.of(), requests.stream().filter(request -> request.status() == 429).toList());
  }

  private static String state(Client client, String job) throws Exception {
    return client.get("/api/jobs/" + job).json().get("state").asString();
  }

  /** The schema is made by the first one. */
  private ServiceProcess serviceAfter(ServiceProcess first) throws Exception {
    first.url();
    return service();
  }

  private ServiceProcess service() throws Exception {
    return service(Map.of());
  }

  private ServiceProcess service(Map<String, String> others) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("DATALAB_API_KEY", "test-key");
    environment.put("DATALAB_BASE_URL", datalab.url());
    environment.put("DATABASE_URL", database);
    environment.put("SERVICE_REQUESTS_PER_MINUTE", String.valueOf(PER_MINUTE));
    environment.put("SERVICE_KEEP_WATCHING", "true");
    environment.put("SERVICE_POLL_EVERY", "50ms");
    environment.putAll(others);
    return ServiceProcess.start(folder, environment);
  }
}
