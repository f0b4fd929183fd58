package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is interrupted when a sending is given up; {@link BlockingDocumentTest} has it over HTTP. */
class AbandonedUploadTest {
  private final Upload upload = Upload.unwatched();

  @Test
  void theInterruptIsForTheBodyOnly() throws Exception {
    upload.beginReading();
    abandonElsewhere();
    boolean within = Thread.currentThread().isInterrupted();

    upload.endReading();

    assertTrue(within);
    assertFalse(Thread.interrupted());
  }

  @Test
  void aBodyThatIsWrittenIsNotInterrupted() throws Exception {
    upload.beginReading();
    upload.endReading();

    abandonElsewhere();

    assertFalse(Thread.interrupted());
  }

  @Test
  void aBodyThatGivesItselfUpIsNotInterrupted() throws Exception {
    upload.beginReading();

    upload.abandon();

    assertFalse(Thread.interrupted());
  }

  @Test
  void aBodyIsNotBegunThen() {
    upload.abandon();

    assertThrows(IOException.class, upload::beginReading);
  }

  @Test
  void aLengthThatBlocksIsInterrupted() throws Exception {
    RequestBody blocking =
        new RequestBody() {
          @Override
          public @Nullable MediaType contentType() {
            return null;
          }

          @Override
          public long contentLength() throws IOException {
            try {
              abandonElsewhere();
              new Semaphore(0).acquire();
              return 1;
            } catch (InterruptedException e) {
              throw new InterruptedIOException();
            }
          }

          @Override
          public void writeTo(BufferedSink sink) {}
        };

    assertThrows(
        InterruptedIOException.class, () -> new OneShotBody(blocking, upload).contentLength());
  }

  @Test
  void whoReadsTheBodyWithinTheBodyIsInterruptedToTheEndOfBoth() throws Exception {
    upload.beginReading();
    upload.beginReading();
    upload.endReading();

    abandonElsewhere();
    boolean within = Thread.currentThread().isInterrupted();
    upload.endReading();

    assertTrue(within);
    assertFalse(Thread.interrupted());
  }

  @Test
  void whoReadsBesideTheFirstLeavesTheFirstToBeInterrupted() throws Exception {
    upload.beginReading();
    Thread other =
        new Thread(
            () -> {
              assertDoesNotThrow(upload::beginReading);
              upload.endReading();
            });
    other.start();
    other.join();

    abandonElsewhere();

    assertTrue(Thread.currentThread().isInterrupted());
    upload.endReading();
    assertFalse(Thread.interrupted());
  }

  private void abandonElsewhere() throws InterruptedException {
    Thread other = new Thread(upload::abandon);
    other.start();
    while (other.isAlive()) { // join() would take the interrupt
      Thread.onSpinWait();
    }
  }
}
