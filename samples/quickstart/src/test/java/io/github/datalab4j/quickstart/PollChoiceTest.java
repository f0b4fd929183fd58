package io.github.datalab4j.quickstart;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.PollPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class PollChoiceTest {
  @Test
  void proportionalIsTheLibrarysDefault() {
    assertEquals(PollPolicy.proportional(), policy("proportional"));
  }

  @Test
  void fixedHasItsInterval() {
    assertEquals(PollPolicy.fixed(2, SECONDS), policy("fixed:2s"));
  }

  @Test
  void exponentialHasItsFirstInterval() {
    assertEquals(PollPolicy.exponential(90, SECONDS), policy("exponential:1m30s"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "often         | 'often' is no polling policy: write proportional, fixed:1s or exponential:1s",
        "FIXED:1s      | 'FIXED:1s' is no polling policy: write proportional, fixed:1s or exponential:1s",
        "fixed         | 'fixed' lacks a duration: write fixed:1s",
        "exponential   | 'exponential' lacks a duration: write exponential:1s",
        "proportional:1s | 'proportional' takes no duration: write it alone"
      })
  void whatIsWrongIsSaidWithWhatIsRight(String text, String message) {
    TypeConversionException error =
        assertThrows(TypeConversionException.class, () -> new PollChoice.Converter().convert(text));
    assertEquals(message, error.getMessage());
  }

  @Test
  void aWrongIntervalIsAWrongDuration() {
    TypeConversionException error =
        assertThrows(
            TypeConversionException.class, () -> new PollChoice.Converter().convert("fixed:1"));
    assertTrue(error.getMessage().startsWith("'1' is not a duration"), error.getMessage());
  }

  private static PollPolicy policy(String text) {
    return new PollChoice.Converter().convert(text).applyTo(PollPolicy.builder()).build();
  }
}
