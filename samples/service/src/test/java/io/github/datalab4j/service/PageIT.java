package io.github.datalab4j.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page in headless Chromium. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PageIT {
  private static final String REQUEST = "Keep footnotes with their tables";

  @TempDir static Path folder;
  private static Browser browser;
  private static Path scan;

  private static DatalabSimulator datalab;
  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start(folder.resolve("profile"));
    datalab = DatalabSimulator.builder().apiKey("test-key").processor("cp_12345").start();
    service = RunningService.start(datalab.url(), folder.resolve("jobs"));
    scan = Files.write(folder.resolve("annual report.pdf"), new byte[400_000]);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      service.close();
      datalab.close();
    }
  }

  @BeforeEach
  void open() {
    browser.open(service.url());
  }

  @AfterEach
  void leave() {
    browser.leave();
    datalab.clearFaults().release();
  }

  @Test
  void thePageBeginsIdleAndWithoutErrors() throws Exception {
    browser.awaitState("idle");

    browser.screenshot("idle");
    assertEquals("[]", browser.errors());
  }

  @Test
  void aFormThatIsNotFilledInIsNotSent() throws Exception {
    browser.press();

    browser.awaitText("form-error", "Which processor?");
    browser.screenshot("form-error");
    browser.awaitState("idle");
  }

  @Test
  void theProgressOfTheUploadIsShown() throws Exception {
    browser.slowUploads(60_000);
    try {
      browser.send("cp_12345", REQUEST, scan);

      browser.awaitState("uploading");
      browser.awaitText("message", " %)");
      browser.screenshot("uploading");
    } finally {
      browser.slowUploads(-1);
    }
  }

  @Test
  void sendingIsShownUntilDatalabHasAccepted() throws Exception {
    datalab.fault(On.ITERATE, Fault.stall());
    browser.send("cp_12345", REQUEST, scan);

    browser.awaitState("sending");

    browser.screenshot("sending");
    datalab.clearFaults().release();
    browser.awaitState("completed");
  }

  @Test
  void theIdsOfACompletedJobAreShown() throws Exception {
    datalab.nextJob(Job.completing().after(3).processorId("cp_98765").pipelineId("pl_24680"));
    browser.send("cp_12345", REQUEST, scan);

    browser.awaitState("completed");

    assertEquals("cp_98765", browser.text("made-processor"));
    assertEquals("pl_24680", browser.text("made-pipeline"));
    browser.awaitText("jobs", "Completed");
    browser.screenshot("completed");
    assertEquals("[]", browser.errors());
  }

  @Test
  void theReasonOfAFailureIsShown() throws Exception {
    datalab.nextJob(Job.failing("The examples contradict each other."));
    browser.send("cp_12345", REQUEST, scan);

    browser.awaitState("failed");

    browser.awaitText("problem", "The examples contradict each other.");
    browser.screenshot("failed");
  }

  @Test
  void anUnknownSubmissionIsCalledSo() throws Exception {
    datalab.fault(On.ITERATE, Fault.reset());
    browser.send("cp_12345", REQUEST, scan);

    browser.awaitState("unknown");

    browser.awaitText("problem-title", "Submission unknown");
    browser.screenshot("unknown");
  }

  @Test
  void aWrongProcessorIdIsSaidInTheForm() throws Exception {
    browser.send("cp/1", REQUEST, scan);

    browser.awaitText("form-error", "no processor id");
    browser.awaitState("idle");
  }

  @Test
  void aReloadedPageShowsTheJobAgain() throws Exception {
    datalab.nextJob(Job.neverEnding());
    browser.send("cp_12345", REQUEST, scan);
    browser.awaitState("processing");

    browser.reload();

    browser.awaitState("processing");
    browser.screenshot("processing");
    assertTrue(browser.text("title").contains("annual report.pdf"));
  }

  @Test
  void aJobThatIsNotThereIsCalledSo() {
    browser.open(service.url().resolve("/#none"));

    browser.awaitText("form-error", "There is no job none.");
    browser.awaitState("idle");
  }
}
