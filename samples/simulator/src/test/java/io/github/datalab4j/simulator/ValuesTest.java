package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The values of the public interface: immutable, comparable, readable, without secrets. */
final class ValuesTest {
  @Test
  void headersAreEqualByNameAndValue() {
    assertEquals(new Header("A", "1"), new Header("A", "1"));
    assertEquals(new Header("A", "1").hashCode(), new Header("A", "1").hashCode());
    assertNotEquals(new Header("A", "1"), new Header("a", "1"));
    assertNotEquals(new Header("A", "1"), new Header("A", "2"));
  }

  @Test
  void headersMaskWhatIsSecret() {
    assertEquals("X-API-Key: ***", new Header("X-API-Key", "secret").toString());
    assertEquals("authorization: ***", new Header("authorization", "secret").toString());
    assertEquals("Cookie: ***", new Header("Cookie", "secret").toString());
    assertEquals("Accept: */*", new Header("Accept", "*/*").toString());
  }

  @Test
  void aReceivedRequestDoesNotShowItsKey() throws IOException {
    try (DatalabSimulator datalab = DatalabSimulator.builder().start();
        Client client = new Client(datalab.url(), "the-secret-key")) {
      client.status("k");
      client.iterate();

      String shown = datalab.requests() + " " + datalab.iterations() + datalab;
      assertFalse(shown.contains("the-secret-key"), shown);
      assertTrue(shown.contains("GET /api/v1/custom_pipelines/k (0 bytes, 404)"), shown);
    }
  }

  @Test
  void partsAreEqualByHeadersSizeAndDigest() {
    assertEquals(part("a", 1, "00"), part("a", 1, "00"));
    assertEquals(part("a", 1, "00").hashCode(), part("a", 1, "00").hashCode());
    assertNotEquals(part("a", 1, "00"), part("b", 1, "00"));
    assertNotEquals(part("a", 1, "00"), part("a", 2, "00"));
    assertNotEquals(part("a", 1, "00"), part("a", 1, "01"));
    assertEquals(
        "ReceivedPart{name=n, fileName=a, size=1, sha256=00}", part("a", 1, "00").toString());
  }

  @Test
  void answersAreEqualByStatusHeadersAndBody() {
    Answer answer = Answer.status(503).header("a", "1").body("x");

    assertEquals(answer, Answer.status(503).header("a", "1").body("x"));
    assertEquals(answer.hashCode(), Answer.status(503).header("a", "1").body("x").hashCode());
    assertNotEquals(answer, Answer.status(500).header("a", "1").body("x"));
    assertNotEquals(answer, Answer.status(503).header("a", "2").body("x"));
    assertNotEquals(answer, Answer.status(503).header("a", "1").body("y"));
    assertEquals("Answer{503, headers=[a: 1], 1 bytes}", answer.toString());
  }

  @Test
  void theBytesOfAnAnswerAreItsOwn() {
    byte[] bytes = {'a'};
    Answer answer = Answer.status(200).body(bytes);
    bytes[0] = 'b';

    assertEquals("a", answer.text());
  }

  @Test
  void limitsAreEqualByNumberAndHint() {
    assertEquals(RateLimit.perMinute(3), RateLimit.perMinute(3));
    assertEquals(RateLimit.perMinute(3).hashCode(), RateLimit.perMinute(3).hashCode());
    assertNotEquals(RateLimit.perMinute(3), RateLimit.perMinute(4));
    assertNotEquals(RateLimit.perMinute(3), RateLimit.perMinute(3).withoutRetryAfter());
    assertEquals("RateLimit{none}", RateLimit.none().toString());
    assertEquals("RateLimit{perMinute=3, retryAfter=SECONDS}", RateLimit.perMinute(3).toString());
  }

  @Test
  void aScriptIsNotChangedByItsCopies() throws IOException {
    Job job = Job.completing();
    job.field("a", 1).pipelineParams(Collections.singletonMap("b", 2)).after(9);
    try (DatalabSimulator datalab = DatalabSimulator.builder().start();
        Client client = new Client(datalab)) {
      String key = datalab.startJob("cp_1", job);

      assertFalse(client.status(key).json().containsKey("a"));
      assertTrue(client.status(key).text().contains("\"max_pages\":7000"));
    }
  }

  @Test
  void theParamsOfAScriptAreItsOwn() throws IOException {
    Map<String, Object> params = new HashMap<>();
    params.put("a", 1);
    Job job = Job.completing().after(0).pipelineParams(params);
    params.put("a", 2);
    try (DatalabSimulator datalab = DatalabSimulator.builder().start();
        Client client = new Client(datalab)) {
      String text = client.status(datalab.startJob("cp_1", job)).text();

      assertTrue(text.contains("\"pipeline_params\":{\"a\":1}"), text);
    }
  }

  @Test
  void scriptsSayWhatTheyAre() {
    assertEquals("Job{[processing], then completed}", Job.completing().toString());
    assertEquals("Job{[processing], then failed: why}", Job.failing("why").toString());
    assertEquals("Job{[a, b], then c}", Job.words("a", "b", "c").toString());
    assertEquals("Job{refused: no}", Job.refused("no").toString());
  }

  @Test
  void selectionsSayWhatTheyAre() {
    assertEquals("STATUS", On.STATUS.toString());
    assertEquals("STATUS call 2", On.STATUS.call(2).toString());
    assertEquals("ITERATE calls 2 to 5", On.ITERATE.calls(2, 5).toString());
    assertEquals("GET /x", On.path("GET", "/x").toString());
  }

  @Test
  void whatWasReceivedCannotBeChanged() throws IOException {
    try (DatalabSimulator datalab = DatalabSimulator.builder().anyProcessor().start();
        Client client = new Client(datalab)) {
      client.iterate();
      ReceivedIteration iteration = datalab.iterations().get(0);

      assertUnmodifiable(datalab.requests());
      assertUnmodifiable(datalab.iterations());
      assertUnmodifiable(iteration.parts());
      assertUnmodifiable(iteration.files());
      assertUnmodifiable(iteration.http().headers());
      assertUnmodifiable(iteration.parts().get(0).headers());
    }
  }

  @Test
  void aBuilderCanBeUsedTwice() throws IOException {
    SimulatorBuilder builder = DatalabSimulator.builder().apiKey("a");
    try (DatalabSimulator first = builder.start();
        DatalabSimulator second = builder.apiKey("b").start();
        Client toFirst = new Client(first.url(), "b");
        Client toSecond = new Client(second.url(), "b")) {
      assertEquals(401, toFirst.status("k").status);
      assertEquals(404, toSecond.status("k").status);
    }
  }

  @Test
  void publicClassesAreFinalAndMadeByTheirFactories() throws Exception {
    for (Class<?> type : publicTypes()) {
      if (!type.isInterface() && !type.equals(ManualTime.class)) {
        assertTrue(Modifier.isFinal(type.getModifiers()), type.getName());
        assertEquals(0, type.getConstructors().length, type.getName());
      }
    }
  }

  private static List<Class<?>> publicTypes() throws Exception {
    List<Class<?>> types = new ArrayList<>();
    Path sources = Paths.get("src/main/java/io/github/datalab4j/simulator");
    try (Stream<Path> files = Files.list(sources)) {
      for (String name :
          files.map(file -> file.getFileName().toString()).collect(Collectors.toList())) {
        String simple = name.replace(".java", "");
        if (!simple.equals("package-info")) {
          Class<?> type = Class.forName("io.github.datalab4j.simulator." + simple);
          if (Modifier.isPublic(type.getModifiers())) {
            types.add(type);
          }
        }
      }
    }
    assertTrue(types.size() > 10, "the public types were found");
    return types;
  }

  private static void assertUnmodifiable(List<?> list) {
    assertThrows(UnsupportedOperationException.class, () -> list.remove(0));
  }

  private static ReceivedPart part(String fileName, long size, String digest) {
    String line = "form-data; name=n; filename=" + fileName;
    return new ReceivedPart(
        Collections.singletonList(new Header("Content-Disposition", line)),
        new Parameters(line),
        null,
        size,
        digest);
  }
}
