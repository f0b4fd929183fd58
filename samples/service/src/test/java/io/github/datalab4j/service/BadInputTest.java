package io.github.datalab4j.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.DatalabSimulator;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private static final byte[] SCAN = "%PDF-1.7".getBytes(UTF_8);

  @TempDir static Path folder;
  private static DatalabSimulator datalab;
  private static RunningService service;
  private static Client client;

  @BeforeAll
  static void start() {
    datalab = DatalabSimulator.builder().anyProcessor().start();
    service = RunningService.start(datalab.url(), folder.resolve("jobs"));
    client = new Client(service.url());
  }

  @AfterAll
  static void stop() {
    service.close();
    datalab.close();
  }

  @AfterEach
  void nothingWasSentOrRecorded() throws Exception {
    assertEquals(0, datalab.requests().size());
    assertEquals("[]", client.get("/api/jobs").body());
  }

  @Test
  void aFormWithoutAFileIsRefused() throws Exception {
    assertProblem(400, "'file'", client.post(form()));
  }

  @Test
  void aFileFieldThatIsATextIsRefused() throws Exception {
    assertProblem(400, "'file'", client.post(form().text("file", "no file")));
  }

  @Test
  void anEmptyFileIsRefused() throws Exception {
    assertProblem(400, "empty", client.upload("cp_1", "Better", "scan.pdf", new byte[0]));
  }

  @Test
  void aFileThatIsTooLargeIsRefused() throws Exception {
    byte[] large = new byte[1024 * 1024 + 1];
    Arrays.fill(large, (byte) 'x');

    assertProblem(413, "", client.upload("cp_1", "Better", "scan.pdf", large));
  }

  @Test
  void aTextThatIsTooLongIsRefused() throws Exception {
    assertProblem(413, "", client.upload("cp_1", "x".repeat(100_000), "scan.pdf", SCAN));
  }

  @Test
  void tooManyPartsAreRefused() throws Exception {
    Multipart form = form().file("file", "a.pdf", SCAN).file("file", "b.pdf", SCAN);

    assertProblem(400, "", client.post(form));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp/1", "..", "cp 1"})
  void aWrongProcessorIdIsRefused(String id) throws Exception {
    assertProblem(400, "no processor id", client.upload(id, "Better", "scan.pdf", SCAN));
  }

  @Test
  void namesThatNoColumnHoldsAreRefused() throws Exception {
    String id = "c".repeat(201);
    String name = "s".repeat(252) + ".pdf";

    assertProblem(400, "200 characters", client.upload(id, "Better", "scan.pdf", SCAN));
    assertProblem(400, "255 characters", client.upload("cp_1", "Better", name, SCAN));
  }

  @Test
  void aMissingRequestIsRefused() throws Exception {
    assertProblem(400, "'request'", client.upload("cp_1", " ", "scan.pdf", SCAN));
  }

  @Test
  void aFileNameThatIsAPathIsRefused() throws Exception {
    assertProblem(400, "path", client.upload("cp_1", "Better", "../scan.pdf", SCAN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/jobs/none", "/api/jobs/none/events", "/api/jobs/none/result"})
  void anUnknownJobIsNotFound(String path) throws Exception {
    assertProblem(404, "none", client.get(path));
  }

  private static Multipart form() {
    return new Multipart().text("processor_id", "cp_1").text("request", "Better");
  }

  private static void assertProblem(int status, String words, Client.Answer answer) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("application/problem+json", answer.contentType());
    assertTrue(answer.json().path("detail").asString().contains(words), answer.body());
  }
}
