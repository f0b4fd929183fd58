package io.github.datalab4j.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final String CLEARED = "\r\u001b[K";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void anUploadIsABarThatFills() {
    Progress progress = progress(80, false);
    progress.upload(0, 74_000);
    progress.upload(74_000, 74_000);
    progress.clear();
    assertTrue(drawn().contains("Uploading 100% [==="), drawn());
    assertTrue(drawn().contains("] 74/74 kB (0:00:0"), drawn());
  }

  @Test
  void aTerminalThatKnowsBlocksGetsBlocks() {
    Progress progress = progress(80, true);
    progress.upload(10, 10);
    progress.clear();
    assertTrue(drawn().contains("|███"), drawn());
  }

  @Test
  void aWaitShowsTheServicesWordAndHowOftenItWasSaid() {
    Progress progress = progress(80, false);
    progress.waiting("processing", 1);
    progress.waiting("processing", 2);
    progress.clear();
    assertTrue(drawn().contains("Waiting  "), drawn());
    assertTrue(drawn().contains("processing (2 answers)"), drawn());
  }

  @Test
  void nothingIsLeftOfIt() {
    Progress progress = progress(80, false);
    progress.upload(1, 10);
    progress.clear();
    assertTrue(drawn().endsWith(CLEARED), drawn());
    assertFalse(drawn().contains("\n"), drawn());
  }

  @Test
  void noDrawingIsWiderThanTheTerminal() {
    Progress progress = progress(30, false);
    progress.upload(1, 10_000_000);
    progress.clear();
    progress.waiting("a word that is very much longer than the terminal is wide", 1);
    progress.clear();
    assertEquals(
        0,
        Arrays.stream(drawn().replace("\u001b[K", "").split("\r"))
            .filter(drawing -> drawing.length() > 29)
            .count(),
        drawn());
  }

  @Test
  void clearingNothingWritesNothing() {
    progress(80, false).clear();
    assertEquals("", drawn());
  }

  private Progress progress(int columns, boolean unicode) {
    return new ProgressLine(
        new PrintStream(bytes, false, UTF_8), new Terminal(true, true, columns, unicode));
  }

  private String drawn() {
    return bytes.toString(UTF_8);
  }
}
