package io.github.datalab4j.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.On;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that takes one document at a time. */
class ManyUploadsTest {
  @TempDir Path folder;
  private DatalabSimulator datalab;
  private RunningService service;
  private Client client;

  @BeforeEach
  void start() {
    datalab = DatalabSimulator.builder().anyProcessor().start();
    service =
        RunningService.start(datalab.url(), folder.resolve("jobs"), "--service.uploads-at-once=1");
    client = new Client(service.url());
  }

  @AfterEach
  void stop() {
    service.close();
    datalab.close();
  }

  @Test
  void oneTooManyIsAskedToComeAgain() throws Exception {
    datalab.fault(On.ITERATE, Fault.stall());
    client.accepted("Keep footnotes");

    Client.Answer answer = upload();

    assertEquals(503, answer.status());
    assertEquals("10", answer.headers().firstValue("Retry-After").orElseThrow());
    assertTrue(answer.json().get("detail").asString().contains("Too many"), answer.body());
    datalab.clearFaults().release();
    await().atMost(Duration.ofMinutes(1)).until(() -> upload().status() == 202);
  }

  @Test
  void oneThatIsRefusedMakesRoom() throws Exception {
    assertEquals(400, client.upload(" ", "Keep footnotes", "scan.pdf", new byte[1]).status());

    assertEquals(202, upload().status());
  }

  private Client.Answer upload() throws Exception {
    return client.upload("cp_12345", "Keep footnotes", "scan.pdf", "%PDF-1.7".getBytes(UTF_8));
  }
}
