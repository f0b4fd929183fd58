package io.github.datalab4j.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class LinesTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Lines lines = new Lines(new PrintStream(bytes, false, UTF_8));

  @Test
  void everyLineIsFlushed() {
    lines.print("Größe");
    assertEquals("Größe" + System.lineSeparator(), bytes.toString(UTF_8));
  }

  @Test
  void theKeyIsMasked() {
    lines.mask("canary-key");
    lines.print("no canary-key here, nor acanary-keyz");
    assertEquals("no **** here, nor a****z", bytes.toString(UTF_8).strip());
  }

  @Test
  void theKeyIsMaskedAsJsonWritesIt() {
    lines.mask("canary\"\\key");
    lines.print("{\"message\":\"canary\\\"\\\\key\"}");
    assertEquals("{\"message\":\"****\"}", bytes.toString(UTF_8).strip());
  }

  @Test
  void aKeyTooShortToBeOneGarblesNothing() {
    lines.mask("e");
    lines.print("event");
    assertEquals("event", bytes.toString(UTF_8).strip());
  }

  @Test
  void whatTheServiceSendsCannotStartNewLinesOrMoveTheCursor() {
    lines.print("a\r\nb\u001b[2Jc\u0007d\u2028e\u009bf");
    assertEquals("a  b [2Jc d e f", bytes.toString(UTF_8).strip());
  }

  @Test
  void anOpenStreamIsOpen() {
    lines.print("a");
    assertFalse(lines.isClosed());
  }

  @Test
  void aReaderThatHasGoneIsNoticed() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Lines closed = new Lines(new PrintStream(broken, false, UTF_8));
    closed.print("a");
    assertTrue(closed.isClosed());
  }
}
