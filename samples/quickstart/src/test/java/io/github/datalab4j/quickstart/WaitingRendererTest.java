package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingRendererTest {
  @ParameterizedTest
  @CsvSource({"PT0S, 0:00", "PT7.9S, 0:07", "PT1M5S, 1:05", "PT59M59S, 59:59", "PT1H2M3S, 1:02:03"})
  void timeIsShownAsAClock(Duration elapsed, String shown) {
    assertEquals(shown, WaitingRenderer.clock(elapsed));
  }
}
