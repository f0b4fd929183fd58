package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.Traffic;
import io.github.datalab4j.simulator.CheckUrl;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.ReceivedIteration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okhttp3.mockwebserver.MockWebServer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job over real HTTP: submit, poll, result. */
class MainJobTest {
  @RegisterExtension final Online online = new Online();

  @Test
  void iterationIsSentWatchedAndDone() {
    online.simulator().nextJob(Job.completing().after(3).processorId("cp_new").pipelineId("pl_1"));

    GeneratedProcessor done = Online.await(online.job().result());

    assertEquals("cp_new", done.processorId());
    assertEquals("pl_1", done.pipelineId());
    assertEquals(1, online.simulator().iterations().size());
    assertEquals(4, online.simulator().requests(On.STATUS).size());
  }

  @Test
  void documentsAndInstructionsArriveAsTheyAre() {
    byte[] scan = "%PDF-1.4 scan".getBytes(StandardCharsets.UTF_8);
    Iteration iteration =
        Iteration.builder("Keep footnotes with their tables")
            .file(
                Document.of("scan.pdf", scan),
                FileInstructions.builder().general("A scan").page(3, "Skip the stamp").build())
            .file(Document.of("photo.png", new byte[] {1, 2, 3}))
            .build();

    Online.await(online.client().customProcessors().iterate(Online.PROCESSOR, iteration).result());

    ReceivedIteration received = online.simulator().iterations().get(0);
    assertEquals("Keep footnotes with their tables", received.request());
    assertEquals(2, received.files().size());
    assertEquals("scan.pdf", received.files().get(0).fileName());
    assertEquals(ByteString.of(scan).sha256().hex(), received.files().get(0).sha256());
    assertEquals(
        "[{\"filename\":\"scan.pdf\",\"general_instructions\":\"A scan\","
            + "\"page_instructions\":[{\"page\":3,\"instructions\":\"Skip the stamp\"}]}]",
        received.fileInstructions());
  }

  @Test
  void statusesAreTheServicesOwnWords() {
    online.simulator().nextJob(Job.words("queued", "processing", "processing", "complete"));

    List<String> words = new ArrayList<>();
    Online.await(online.job().statuses()).forEach(status -> words.add(status.status()));

    assertEquals(Arrays.asList("queued", "processing", "processing", "complete"), words);
  }

  @Test
  void failedJobIsATypedErrorWithTheServicesWords() {
    online.simulator().nextJob(Job.failing("No table found"));

    JobFailedException error = Online.failure(online.job().result(), JobFailedException.class);

    assertEquals("No table found", error.status().errorMessage());
    assertTrue(CustomProcessors.isToken(String.valueOf(error.token())));
  }

  @Test
  void completeWithoutSuccessIsAFailure() {
    online.simulator().nextJob(Job.unsuccessful("Too few examples"));

    Online.failure(online.job().result(), JobFailedException.class);
  }

  @Test
  void eventsTellTheWholeStory() {
    online.simulator().nextJob(Job.completing().after(1));
    Iteration iteration =
        Iteration.builder("r").file(Document.of("a.pdf", new byte[500_000])).build();

    List<JobEvent> events =
        Online.await(
            online.client().customProcessors().iterate(Online.PROCESSOR, iteration).events());

    long sent = -1;
    int i = 0;
    for (; events.get(i) instanceof JobEvent.Upload; i++) {
      JobEvent.Upload upload = (JobEvent.Upload) events.get(i);
      assertTrue(upload.sentBytes() > sent, "progress goes forward");
      sent = upload.sentBytes();
      assertTrue(upload.totalBytes() > 500_000);
    }
    assertEquals(((JobEvent.Upload) events.get(i - 1)).totalBytes(), sent);
    assertEquals(JobEvent.Kind.ACCEPTED, events.get(i).kind());
    assertEquals(JobEvent.Kind.POLL, events.get(i + 1).kind());
    assertEquals(2, ((JobEvent.Poll) events.get(i + 2)).number());
    assertEquals(i + 3, events.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void lastUploadOfAnUnknownLengthTellsIt(int length) {
    Document unknown = Document.of("a.pdf", -1, () -> new Zeros(length));
    Iteration iteration = Iteration.builder("r").file(unknown).build();

    List<JobEvent.Upload> uploads =
        Online.await(
            online
                .client()
                .customProcessors()
                .iterate(Online.PROCESSOR, iteration)
                .events()
                .ofType(JobEvent.Upload.class));

    assertEquals(-1, uploads.get(0).totalBytes());
    JobEvent.Upload last = uploads.get(uploads.size() - 1);
    assertTrue(last.sentBytes() > length);
    assertEquals(last.sentBytes(), last.totalBytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CheckUrl.ABSOLUTE,
        CheckUrl.ABSOLUTE_PROCESSORS,
        CheckUrl.RELATIVE,
        CheckUrl.RELATIVE_PROCESSORS,
        CheckUrl.OTHER_HOST
      })
  void checkUrlIsAskedOnTheConfiguredOriginUnderItsOwnPath(String template) {
    online.simulator().nextJob(Job.completing().lookupKey("k_1").checkUrl(template));

    Online.await(online.job().result());

    String path = template.contains("processors") ? "custom_processors" : "custom_pipelines";
    assertEquals(
        "/api/v1/" + path + "/k_1", online.simulator().requests(On.STATUS).get(0).target());
  }

  @Test
  void keyNeverGoesToAHostThatTheCheckUrlNames() throws Exception {
    try (MockWebServer elsewhere = new MockWebServer()) {
      elsewhere.start();
      String url = elsewhere.url("/api/v1/custom_processors/{lookup_key}").toString();
      online
          .simulator()
          .nextJob(Job.completing().checkUrl(url.replace("%7B", "{").replace("%7D", "}")));

      Online.await(online.job().result());

      assertEquals(0, elsewhere.getRequestCount());
    }
  }

  @Test
  void pathOfTheBaseUrlIsAPrefixAddedOnce() throws Exception {
    try (DatalabSimulator prefixed =
        DatalabSimulator.builder()
            .apiKey(Online.KEY)
            .processor(Online.PROCESSOR)
            .pathPrefix("/proxy/datalab")
            .start()) {
      Traffic traffic = new Traffic();
      Datalab.Builder elsewhere = online.builder().configureOkHttp(traffic::watch);
      try (Datalab client = elsewhere.baseUrl(prefixed.url()).build()) {
        String token = Online.await(online.job(client).token());
        Online.await(client.customProcessors().resume(token).result());
        traffic.assertAllReleased();
      }

      traffic.assertKeyWentOnlyTo(prefixed.port());
      prefixed
          .requests(On.ANY)
          .forEach(
              request ->
                  assertTrue(
                      request.target().startsWith("/proxy/datalab/api/v1/"), request::target));
    }
  }

  @Test
  void requestsNameTheLibraryAndTheApplication() {
    Online.await(online.job(online.client(online.builder().applicationName("app/1.2"))).result());

    String agent = String.valueOf(online.simulator().requests(On.ANY).get(0).header("User-Agent"));
    assertTrue(agent.startsWith("datalab4j/") && agent.endsWith(" app/1.2"), agent);
  }

  @Test
  void nothingThatIsShownHoldsTheKey() {
    Datalab client = online.client();
    GenerationJob job = online.job(client);
    String token = Online.await(job.token());

    for (Object shown :
        new Object[] {client, job, token, online.builder(), client.customProcessors()}) {
      assertFalse(shown.toString().contains(Online.KEY), shown.toString());
    }
  }
}
