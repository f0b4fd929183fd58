package io.github.datalab4j.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page stays open in headless Chromium while the service behind it goes away. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PageRestartIT {
  @TempDir Path folder;
  private Browser browser;
  private DatalabSimulator datalab;
  private int port;

  @BeforeEach
  void openAJobAndStopTheService() throws Exception {
    browser = Browser.start(folder.resolve("profile"));
    datalab = DatalabSimulator.builder().anyProcessor().start();
    datalab.nextJob(Job.completing().after(5).processorId("cp_98765"));
    datalab.fault(On.STATUS, Fault.stall());
    Path scan = Files.write(folder.resolve("report.pdf"), new byte[1000]);
    try (RunningService before = service(0)) {
      port = before.url().getPort();
      browser.open(before.url());
      browser.send("cp_12345", "Keep footnotes", scan);
      browser.awaitState("processing");
    }
    datalab.clearFaults().release();
  }

  @AfterEach
  void stop() {
    if (datalab != null) {
      browser.close();
      datalab.close();
    }
  }

  @Test
  void thePageGoesOnToTheEndWithTheServiceThatIsStartedAgain() throws Exception {
    browser.awaitText("connection", "Trying again");
    browser.screenshot("connection-lost");

    try (RunningService after = service(port)) {
      assertEquals(port, after.url().getPort());
      browser.awaitState("completed");

      assertEquals("cp_98765", browser.text("made-processor"));
      assertEquals("", browser.text("connection"));
    }
  }

  @Test
  void aGatewayThatAnswersMeanwhileIsNotTakenForTheService() throws Exception {
    try (BadGateway gateway = new BadGateway(port)) {
      gateway.awaitRequests("/events", 2);

      browser.awaitState("processing");
      browser.awaitText("connection", "Trying again");
    }

    try (RunningService after = service(port)) {
      assertEquals(port, after.url().getPort());
      browser.awaitState("completed");
    }
  }

  @Test
  void anUploadThatAGatewayAnswersSaysWhatToLookAt() throws Exception {
    try (BadGateway gateway = new BadGateway(port)) {
      browser.press();
      gateway.awaitRequests("/api/jobs", 1);

      browser.awaitText(
          "form-error",
          "The service cannot be reached (502). Look at the latest jobs before you send it again.");
      browser.awaitState("idle");
    }
  }

  private RunningService service(int port) {
    return RunningService.start(datalab.url(), folder.resolve("jobs"), "--server.port=" + port);
  }
}
