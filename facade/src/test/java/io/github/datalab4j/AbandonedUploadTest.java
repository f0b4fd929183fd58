package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Who is interrupted when a sending is given up; {@link BlockingDocumentTest} has it over HTTP. */
class AbandonedUploadTest {
  private final Upload upload = Upload.unwatched();

  @Test
  void theInterruptIsForTheBodyOnly() throws Exception {
    upload.start();
    abandonElsewhere();
    boolean within = Thread.currentThread().isInterrupted();

    upload.stop();

    assertTrue(within);
    assertFalse(Thread.interrupted());
  }

  @Test
  void aBodyThatIsWrittenIsNotInterrupted() throws Exception {
    upload.start();
    upload.stop();

    abandonElsewhere();

    assertFalse(Thread.interrupted());
  }

  @Test
  void aBodyThatGivesItselfUpIsNotInterrupted() throws Exception {
    upload.start();

    upload.abandon();

    assertFalse(Thread.interrupted());
  }

  @Test
  void aBodyIsNotBegunThen() {
    upload.abandon();

    assertThrows(IOException.class, upload::start);
  }

  private void abandonElsewhere() throws InterruptedException {
    Thread other = new Thread(upload::abandon);
    other.start();
    while (other.isAlive()) { // join() would take the interrupt
      Thread.onSpinWait();
    }
  }
}
