package io.github.datalab4j.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.ReceivedIteration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JobsOverHttpTest {
  @TempDir static Path folder;
  private static DatalabSimulator datalab;
  private static RunningService service;
  private static Client client;

  @BeforeAll
  static void start() {
    datalab = DatalabSimulator.builder().apiKey("test-key").processor("cp_12345").start();
    service = RunningService.start(datalab.url(), folder.resolve("jobs"));
    client = new Client(service.url());
  }

  @AfterAll
  static void stop() {
    service.close();
    datalab.close();
  }

  @AfterEach
  void forget() {
    datalab.clearFaults().release();
    await().atMost(Duration.ofMinutes(1)).until(() -> service.leading().isEmpty());
    datalab.forgetRequests();
  }

  @Test
  void theDocumentAndTheRequestReachDatalab() throws Exception {
    datalab.nextJob(Job.completing());
    byte[] scan = "%PDF-1.7 a scan".getBytes(UTF_8);

    String id =
        client
            .upload("cp_12345", "Keep footnotes: größer ≥ kleiner", "Übung 1.pdf", scan)
            .json()
            .get("id")
            .asString();
    client.statesToTheEnd(id);

    List<ReceivedIteration> sent = datalab.iterations();
    ReceivedIteration last = sent.get(sent.size() - 1);
    assertEquals("Keep footnotes: größer ≥ kleiner", last.request());
    assertEquals("Übung 1.pdf", last.files().get(0).fileName());
    assertEquals("application/pdf", last.files().get(0).mediaType());
    assertEquals(scan.length, last.files().get(0).size());
  }

  @Test
  void ofADocumentThatIsSentNothingIsLeftOnTheDisk() throws Exception {
    datalab.nextJob(Job.completing());
    byte[] larger = new byte[200_000]; // than what is held in memory
    String id = client.upload("cp_12345", "Better", "scan.pdf", larger).json().get("id").asString();
    client.statesToTheEnd(id);
    assertEquals(400, client.upload("cp 12345", "Better", "scan.pdf", larger).status());

    await().atMost(Duration.ofMinutes(1)).until(() -> documents().isEmpty());
  }

  @Test
  void aLongTokenIsStored() throws Exception {
    datalab.nextJob(Job.completing().lookupKey("k".repeat(3_500)));
    String id = client.accepted("Keep footnotes");

    assertEquals("completed", last(client.statesToTheEnd(id)));
  }

  @Test
  void ofAJobWhoseCheckUrlIsRefusedTheKeyIsStored() throws Exception {
    datalab.nextJob(
        Job.completing().checkUrl("https://elsewhere.example/custom_processors/{lookup_key}"));
    String id = client.accepted("Keep footnotes");

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> service.store().find(id).orElseThrow().token() != null);
  }

  @Test
  void theStreamEndsWithTheIdsOfTheNewVersion() throws Exception {
    datalab.nextJob(Job.completing().after(3).processorId("cp_new").pipelineId("pl_new"));
    String id = client.accepted("Keep footnotes");

    try (Events events = client.events(id)) {
      events.awaitEnd();

      JsonNode last = events.jobs().get(events.jobs().size() - 1);
      assertEquals("completed", last.get("state").asString());
      assertEquals("cp_new", last.get("result").get("processorId").asString());
      assertEquals("pl_new", last.get("result").get("pipelineId").asString());
    }
    assertEquals(
        "cp_new", client.get("/api/jobs/" + id + "/result").json().get("processorId").asString());
  }

  @Test
  void theTokenIsStoredBeforeTheFirstPoll() throws Exception {
    datalab.nextJob(Job.completing());
    datalab.fault(On.STATUS, Fault.stall());
    String id = client.accepted("Keep footnotes");

    try (Events events = client.events(id)) {
      datalab.awaitRequest(On.STATUS, 1, TimeUnit.MINUTES);
      events.awaitState("processing");

      assertNotNull(service.store().find(id).orElseThrow().token());
    }
  }

  @Test
  void theReasonOfAFailureIsShown() throws Exception {
    datalab.nextJob(Job.failing("The examples contradict each other"));
    String id = client.accepted("Keep footnotes");

    assertEquals("failed", last(client.statesToTheEnd(id)));

    assertProblem(id, 422, "job_failed", "The examples contradict each other");
  }

  @Test
  void aRefusalIsAProblemWithDatalabsWords() throws Exception {
    datalab.fault(On.ITERATE, Fault.status(402));
    String id = client.accepted("Keep footnotes");

    assertEquals("refused", last(client.statesToTheEnd(id)));

    assertProblem(id, 422, "request_refused", "402");
  }

  @Test
  void aLostAnswerIsUnknownAndNotSentAgain() throws Exception {
    datalab.fault(On.ITERATE, Fault.reset());
    String id = client.accepted("Keep footnotes");

    assertEquals("unknown", last(client.statesToTheEnd(id)));

    assertProblem(id, 502, "submission_unknown", "");
    assertEquals(1, datalab.requests(On.ITERATE).size());
  }

  @Test
  void aJobThatDatalabHasForgottenIsExpired() throws Exception {
    datalab.fault(On.STATUS, Fault.status(404));
    String id = client.accepted("Keep footnotes");

    assertEquals("expired", last(client.statesToTheEnd(id)));

    assertProblem(id, 410, "unknown_job", "");
  }

  @Test
  void aBrokenWatchIsShownAndRests() throws Exception {
    datalab.fault(On.STATUS, Fault.status(403));
    String id = client.accepted("Keep footnotes");

    try (Events events = client.events(id)) {
      events.awaitJob(job -> job.has("problem"));

      JsonNode job = events.jobs().get(events.jobs().size() - 1);
      assertEquals("processing", job.get("state").asString()); // it goes on at Datalab
      assertEquals("urn:datalab4j:request_refused", job.get("problem").get("type").asString());
      await().during(Duration.ofSeconds(2)).until(() -> datalab.requests(On.STATUS).size() == 1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 32, Long.MAX_VALUE})
  void aBrokenWatchRestsForAnHourAtTheMost(long retryAfterSeconds) throws Exception {
    datalab.fault(
        On.STATUS,
        Fault.answer(
            Answer.detail(503, "Later").header("Retry-After", String.valueOf(retryAfterSeconds))));
    String id = client.accepted("Keep footnotes");

    try (Events events = client.events(id)) {
      events.awaitJob(job -> job.has("problem"));

      await().during(Duration.ofSeconds(2)).until(() -> datalab.requests(On.STATUS).size() == 1);
      assertEquals(
          List.of(id),
          service.query(
              "select id from job where lease_until > current_timestamp + interval '59' minute"
                  + " and lease_until <= current_timestamp + interval '1' hour and id = '"
                  + id
                  + "'"));
    }
  }

  @Test
  void aJobThatCompletedWithoutAProcessorHasFailed() throws Exception {
    datalab.nextJob(
        Job.completing().after(1).resultField("processor_id", null).pipelineId("pl_new"));
    String id = client.accepted("Keep footnotes");

    assertEquals("failed", last(client.statesToTheEnd(id)));

    assertProblem(id, 502, "response_not_understood", "processor_id");
    JsonNode result = client.get("/api/jobs/" + id).json().get("result");
    assertEquals("pl_new", result.get("pipelineId").asString());
  }

  @Test
  void whenTheBrowserLeavesNobodyAsksDatalabAnyMore() throws Exception {
    datalab.nextJob(Job.neverEnding());
    String id = client.accepted("Keep footnotes");
    try (Events events = client.events(id)) {
      events.awaitState("processing");
      await().atMost(Duration.ofMinutes(1)).until(() -> datalab.requests(On.STATUS).size() >= 3);
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> service.leading().isEmpty());
    int asked = datalab.requests(On.STATUS).size();

    await()
        .during(Duration.ofSeconds(1)) // ten polls
        .atMost(Duration.ofMinutes(1))
        .until(() -> datalab.requests(On.STATUS).size() == asked);
  }

  @Test
  void aBrowserThatComesBackTakesTheWatchUpAgain() throws Exception {
    datalab.nextJob(Job.completing().after(10));
    String id = client.accepted("Keep footnotes");
    try (Events events = client.events(id)) {
      events.awaitState("processing");
    }

    assertEquals("completed", last(client.statesToTheEnd(id)));
  }

  @Test
  void twoBrowsersShareOneWatch() throws Exception {
    datalab.nextJob(Job.completing().after(5));
    String id = client.accepted("Keep footnotes");

    try (Events first = client.events(id);
        Events second = client.events(id)) {
      first.awaitState("completed");
      second.awaitState("completed");
    }
    assertEquals(6, datalab.requests(On.STATUS).size());
  }

  @Test
  void theListBeginsWithTheLatestJob() throws Exception {
    datalab.fault(On.ITERATE, Fault.status(402));
    String earlier = client.accepted("Keep footnotes");
    String later = client.accepted("Keep footnotes");

    JsonNode jobs = client.get("/api/jobs").json();

    assertEquals(later, jobs.get(0).get("id").asString());
    assertEquals(earlier, jobs.get(1).get("id").asString());
    client.statesToTheEnd(later);
    client.statesToTheEnd(earlier);
  }

  private static void assertProblem(String id, int status, String kind, String words)
      throws Exception {
    Client.Answer answer = client.get("/api/jobs/" + id + "/result");
    assertEquals(status, answer.status());
    assertEquals("application/problem+json", answer.contentType());
    assertEquals("urn:datalab4j:" + kind, answer.json().get("type").asString());
    assertTrue(answer.json().get("detail").asString().contains(words), answer.body());
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("uploads"))) {
      return files.filter(file -> Files.isRegularFile(file) && !file.endsWith("lock")).toList();
    }
  }

  private static String last(List<String> states) {
    return states.get(states.size() - 1);
  }
}
