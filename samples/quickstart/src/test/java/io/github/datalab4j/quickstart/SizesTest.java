package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "999, 999 bytes",
    "1000, 1.0 kB",
    "74619, 74.6 kB",
    "209715200, 209.7 MB"
  })
  void bytesAreScaled(long bytes, String shown) {
    assertEquals(shown, Sizes.readable(bytes));
  }

  @Test
  void theLocaleChangesNothing() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertEquals("1.5 kB", Sizes.readable(1500));
    } finally {
      Locale.setDefault(before);
    }
  }
}
