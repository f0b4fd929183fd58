package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.observers.TestObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InterruptsTest {
  private final Interrupts interrupts = new Interrupts();

  @Test
  void theSignalCompletesAtTheInterrupt() {
    TestObserver<Object> signal = interrupts.signal().test();
    signal.assertNotComplete();
    interrupts.interrupt();
    signal.assertResult();
    assertTrue(interrupts.interrupted());
  }

  @Test
  void aLateSignalCompletesAtOnce() {
    interrupts.interrupt();
    interrupts.signal().test().assertResult();
  }

  @Test
  void nothingIsInterruptedByItself() {
    assertFalse(interrupts.interrupted());
  }

  @Test
  void withoutWorkTheProcessMayEndAtOnce() {
    interrupts.interruptAndWait();
    assertTrue(interrupts.interrupted());
  }

  @Test
  void theProcessWaitsForTheWork() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    List<String> story = new CopyOnWriteArrayList<>();
    Thread worker =
        new Thread(
            () ->
                interrupts.whileRunning(
                    () -> {
                      started.countDown();
                      interrupts.signal().ignoreElements().blockingAwait();
                      story.add("tidied");
                      return 0;
                    }));
    worker.start();
    started.await();
    interrupts.interruptAndWait();
    story.add("ended");
    worker.join();
    assertEquals(List.of("tidied", "ended"), story);
  }

  @Test
  void theWorksExitCodeIsKept() {
    assertEquals(4, interrupts.whileRunning(() -> 4));
  }
}
