package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of README.md, run; and README.md compared with them. */
final class ReadmeTest {
  // region first
  @Test
  void theProgramGetsItsResultInSpiteOfAResetAndABusyServer() throws Exception {
    try (DatalabSimulator datalab = DatalabSimulator.builder().apiKey("test-key").start();
        Program program = new Program(datalab.url(), "test-key")) {
      datalab.processor("cp_12345");
      datalab.nextJob(Job.completing().after(3));
      datalab.fault(On.STATUS.call(1), Fault.reset());
      datalab.fault(On.STATUS.call(2), Fault.status(503));

      assertEquals("completed", program.improve("cp_12345", "Keep footnotes", "scan.pdf"));

      ReceivedIteration sent = datalab.iterations().get(0);
      assertEquals("Keep footnotes", sent.request());
      assertEquals("scan.pdf", sent.files().get(0).fileName());
      assertEquals("application/pdf", sent.files().get(0).mediaType());
      assertEquals(10, sent.files().get(0).size());
      assertEquals(5, datalab.requests(On.STATUS).size());
    }
  }

  // endregion

  // region jobs
  @Test
  void jobsAreScripted() throws Exception {
    try (DatalabSimulator datalab = DatalabSimulator.builder().anyProcessor().start();
        Program program = new Program(datalab.url(), "any key")) {
      datalab.nextJob(Job.failing("The examples contradict each other"));
      datalab.nextJob(Job.words("queued", "a word of tomorrow", "completed"));
      datalab.nextJob(Job.completing().afterMillis(20).pipelineId("pl_abcde"));

      assertEquals("failed", program.improve("cp_1", "Keep footnotes", "a.pdf"));
      assertEquals("completed", program.improve("cp_1", "Keep footnotes", "a.pdf"));
      assertEquals("completed", program.improve("cp_1", "Keep footnotes", "a.pdf"));
    }
  }

  // endregion

  // region time
  @Test
  void timeIsMovedByHand() throws Exception {
    ManualTime time = new ManualTime();
    try (DatalabSimulator datalab = DatalabSimulator.builder().time(time).start();
        Client client = new Client(datalab)) {
      String key = datalab.startJob("cp_1", Job.completing().after(10, TimeUnit.MINUTES));
      assertEquals("processing", client.status(key).string("status"));

      time.advance(10, TimeUnit.MINUTES);
      assertEquals("completed", client.status(key).string("status"));

      time.advance(1, TimeUnit.HOURS);
      assertEquals(404, client.status(key).status);
    }
  }

  // endregion

  // region cancel
  @Test
  void aCancelledPollClosesItsSocket() throws Exception {
    try (DatalabSimulator datalab = DatalabSimulator.builder().start();
        Client client = new Client(datalab)) {
      datalab.fault(On.STATUS, Fault.stall());
      Call poll = client.http.newCall(client.request(Client.PIPELINES + "k").build());
      poll.enqueue(new IgnoringCallback());
      ReceivedRequest request = datalab.awaitRequest(On.STATUS, 10, TimeUnit.SECONDS);

      poll.cancel();

      assertTrue(request.awaitClosedByClient(10, TimeUnit.SECONDS));
      assertFalse(request.isAnswered());
    }
  }

  // endregion

  // region faults
  static Stream<Fault> passingFaults() {
    return Stream.of(
        Fault.reset(),
        Fault.close().at(Phase.ANSWER_BODY),
        Fault.delayMillis(50),
        Fault.status(429),
        Fault.status(529),
        Fault.html(502),
        Fault.html(200),
        Fault.truncatedJson(),
        Fault.gzipBomb(1_000_000));
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void aFaultThatPassesCostsNoJobAndNoSecondSubmission(Fault fault) throws Exception {
    try (DatalabSimulator datalab = DatalabSimulator.builder().anyProcessor().start();
        Program program = new Program(datalab.url(), "any key")) {
      datalab.fault(On.STATUS.call(2), fault);

      assertEquals("completed", program.improve("cp_1", "Keep footnotes", "a.pdf"));

      assertEquals(1, datalab.iterations().size());
    }
  }

  // endregion

  // region lost
  @Test
  void aLostAnswerIsNoReasonToSubmitAgain() throws Exception {
    try (DatalabSimulator datalab = DatalabSimulator.builder().anyProcessor().start();
        Program program = new Program(datalab.url(), "any key")) {
      datalab.fault(On.ITERATE, Fault.reset()); // the job is made, its answer is lost

      assertThrows(IOException.class, () -> program.improve("cp_1", "Keep footnotes", "a.pdf"));

      assertEquals(1, datalab.requests(On.ITERATE).size());
      assertTrue(datalab.iterations().get(0).isAccepted());
    }
  }

  // endregion

  @Test
  void theReadmeShowsTheseExamples() throws IOException {
    List<String> shown = codeBlocks(read("README.md"));
    List<String> regions =
        regions(read("src/test/java/io/github/datalab4j/simulator/ReadmeTest.java"));

    assertEquals(6, regions.size());
    for (String region : regions) {
      assertTrue(shown.contains(region), "README.md has not, or not so:\n" + region);
    }
    assertEquals(regions.size(), shown.size(), "no Java in README.md but these examples");
  }

  @Test
  void theReadmeNamesEveryFault() throws IOException {
    String readme = read("README.md");
    for (Method method : Fault.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers())) {
        assertTrue(readme.contains("| `" + method.getName() + "("), method.getName());
      }
    }
  }

  @Test
  void theReadmeNamesEveryPhase() throws IOException {
    String readme = read("README.md");
    for (Phase phase : Phase.values()) {
      assertTrue(readme.contains("| `" + phase + "` |"), phase.name());
    }
  }

  private static String read(String file) throws IOException {
    return new String(Files.readAllBytes(Paths.get(file)), StandardCharsets.UTF_8);
  }

  private static List<String> codeBlocks(String markdown) {
    return between(markdown, "```java\n", "```");
  }

  private static List<String> regions(String source) {
    return between(source, "\n  // region ", "\n  // endregion").stream()
        .map(region -> region.substring(region.indexOf('\n') + 1).replaceAll("(?m)^  ", ""))
        .collect(Collectors.toList());
  }

  private static List<String> between(String text, String begin, String end) {
    List<String> found = new ArrayList<>();
    for (int from = text.indexOf(begin); from >= 0; from = text.indexOf(begin, from)) {
      from += begin.length();
      found.add(text.substring(from, text.indexOf(end, from)));
    }
    return found;
  }
}
