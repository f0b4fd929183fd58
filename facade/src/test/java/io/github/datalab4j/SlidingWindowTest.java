package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SlidingWindowTest {
  private final SlidingWindow window = new SlidingWindow(2);

  @Test
  void isFullAtTheLimit() {
    window.begin();
    assertEquals(false, window.isFull(0));

    window.begin();

    assertEquals(true, window.isFull(0));
  }

  @Test
  void requestsUnderWayCountForAsLongAsTheyAre() {
    window.begin();
    window.begin();

    assertEquals(true, window.isFull(SECONDS.toNanos(3600)));
    assertEquals(Long.MAX_VALUE, window.fullNanos(SECONDS.toNanos(3600)));
  }

  @Test
  void aRequestCountsForAMinuteAfterItsEnd() {
    window.begin();
    window.begin();
    window.end(SECONDS.toNanos(10));

    assertEquals(SECONDS.toNanos(56), window.fullNanos(SECONDS.toNanos(15)));
    assertEquals(true, window.isFull(SECONDS.toNanos(71) - 1));
    assertEquals(false, window.isFull(SECONDS.toNanos(71)));
  }

  @Test
  void endsOfOneSecondLapseTogetherAMinuteAfterIt() {
    window.begin();
    window.begin();
    window.end(0);
    window.end(MILLISECONDS.toNanos(999));

    assertEquals(true, window.isFull(SECONDS.toNanos(61) - 1));
    assertEquals(false, window.isFull(SECONDS.toNanos(61)));
    window.begin();
    assertEquals(false, window.isFull(SECONDS.toNanos(61)));
  }

  @Test
  void endsOfTwoSecondsLapseOneAfterTheOther() {
    window.begin();
    window.begin();
    window.end(0);
    window.end(SECONDS.toNanos(1));
    assertEquals(false, window.isFull(SECONDS.toNanos(61)));

    window.begin();

    assertEquals(true, window.isFull(SECONDS.toNanos(62) - 1));
    assertEquals(SECONDS.toNanos(1), window.fullNanos(SECONDS.toNanos(61)));
    assertEquals(false, window.isFull(SECONDS.toNanos(62)));
  }

  @Test
  void anEndWithoutABeginningIsNotCounted() {
    window.end(0);
    window.end(0);

    assertEquals(false, window.isFull(0));
    window.begin();
    assertEquals(false, window.isFull(0));
  }
}
