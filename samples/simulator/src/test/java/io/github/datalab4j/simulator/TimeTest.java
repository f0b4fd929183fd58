package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Time by hand and real time. */
final class TimeTest {
  private final ManualTime time = new ManualTime();
  private final List<String> ran = new ArrayList<>();

  @Test
  void timeByHandBeginsIn2026() {
    assertEquals("2026-01-01T00:00:00", Timestamps.withoutOffset(time.millis()));
  }

  @Test
  void tasksRunInTheOrderOfTheirTime() {
    time.schedule(() -> ran.add("later"), 20);
    time.schedule(() -> ran.add("sooner"), 10);
    time.schedule(() -> ran.add("as soon"), 10);

    time.advance(20, TimeUnit.MILLISECONDS);

    assertEquals(Arrays.asList("sooner", "as soon", "later"), ran);
  }

  @Test
  void tasksThatAreNotDueWait() {
    time.schedule(() -> ran.add("x"), 20);
    time.advance(19, TimeUnit.MILLISECONDS);

    assertEquals(Arrays.asList(), ran);
    assertEquals(1, time.pending());
  }

  @Test
  void aTaskSeesTheTimeAtWhichItIsDue() {
    long begin = time.millis();
    time.schedule(() -> ran.add(String.valueOf(time.millis() - begin)), 20);
    time.advance(1, TimeUnit.SECONDS);

    assertEquals(Arrays.asList("20"), ran);
    assertEquals(1000, time.millis() - begin);
  }

  @Test
  void aTaskThatATaskSchedulesRunsInTheSameAdvanceIfItIsDue() {
    time.schedule(() -> time.schedule(() -> ran.add("second"), 10), 10);
    time.advance(20, TimeUnit.MILLISECONDS);

    assertEquals(Arrays.asList("second"), ran);
  }

  @Test
  void waitingForADelayThatNeverBeginsEnds() throws InterruptedException {
    assertFalse(time.awaitPending(1, 1, TimeUnit.MILLISECONDS));
  }

  @Test
  void withoutATimeOfItsOwnASimulatorLivesInRealTime() throws IOException {
    try (DatalabSimulator datalab = DatalabSimulator.builder().anyProcessor().start();
        Client client = new Client(datalab)) {
      datalab.fault(On.STATUS.call(1), Fault.delayMillis(30));
      datalab.everyJob(Job.completing().afterMillis(20));
      long before = System.nanoTime();
      String key = client.accepted();

      assertEquals("processing", client.status(key).string("status"));
      assertTrue(System.nanoTime() - before >= TimeUnit.MILLISECONDS.toNanos(30));
      assertEquals("completed", client.status(key).string("status"));
    }
  }

  @Test
  void fractionsOfASecondHaveSixDigits() {
    assertEquals("2026-01-01T00:00:00.007000", Timestamps.withoutOffset(time.millis() + 7));
  }

  @Test
  void httpDatesAreInGreenwichTime() {
    assertEquals("Thu, 01 Jan 2026 00:00:00 GMT", Timestamps.httpDate(time.millis()));
  }
}
