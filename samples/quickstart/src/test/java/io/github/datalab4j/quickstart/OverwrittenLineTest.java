package io.github.datalab4j.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class OverwrittenLineTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final OverwrittenLine line =
      new OverwrittenLine(new PrintStream(bytes, false, UTF_8), 79);

  @Test
  void eachDrawingStartsAtTheFirstColumnAndErasesTheRest() {
    line.accept("half");
    assertEquals("\rhalf\u001b[K", bytes.toString(UTF_8));
  }

  @Test
  void clearingLeavesAnEmptyLineAndTheCursorAtItsStart() {
    line.clear();
    line.close();
    assertEquals("\r\u001b[K", bytes.toString(UTF_8));
  }

  @Test
  void theLastColumnIsLeftFree() {
    assertEquals(79, line.getMaxRenderedLength());
  }
}
