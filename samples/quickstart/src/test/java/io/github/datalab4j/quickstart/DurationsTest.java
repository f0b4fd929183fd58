package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "1ms, PT0.001S",
    "500ms, PT0.5S",
    "30s, PT30S",
    "5m, PT5M",
    "90m, PT1H30M",
    "1h30m, PT1H30M",
    "2d, PT48H",
    "1h30m15s250ms, PT1H30M15.25S"
  })
  void numbersWithUnitsAreSummed(String text, Duration expected) {
    assertEquals(expected, new Durations().convert(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "s", "-5s", "1.5h", "5 m", "5M", "PT5M", "5w", "1h 30m", "٣s"})
  void anythingElseIsRefusedWithTheSyntax(String text) {
    TypeConversionException error =
        assertThrows(TypeConversionException.class, () -> new Durations().convert(text));
    assertEquals(
        "'"
            + text
            + "' is not a duration: write numbers with units, such as 500ms, 30s, 5m or"
            + " 1h30m",
        error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0h0m", "31d", "999999999d", "999999999h999999999d"})
  void zeroAndMoreThanThirtyDaysAreOutOfRange(String text) {
    TypeConversionException error =
        assertThrows(TypeConversionException.class, () -> new Durations().convert(text));
    assertTrue(error.getMessage().contains("is out of range"), error.getMessage());
  }

  @Test
  void thirtyDaysAreTheMost() {
    assertEquals(Duration.ofDays(30), new Durations().convert("30d"));
  }

  @Test
  void aNumberTooLongToCountIsNoDuration() {
    assertThrows(TypeConversionException.class, () -> new Durations().convert("9999999999s"));
  }
}
