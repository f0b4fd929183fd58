package io.github.datalab4j.generator.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class SurfaceDiffTest {
  private static final String BEFORE = "# head\n\na\n  one\n  two\n\nb\n  three\n";

  @Test
  void equalTextsDifferInNothing() {
    assertEquals(Collections.emptyList(), SurfaceDiff.between(BEFORE, BEFORE, 10));
  }

  @Test
  void changedLineStandsBelowItsBlock() {
    String after = BEFORE.replace("  two", "  2");

    assertEquals(Arrays.asList("  a", "-   two", "+   2"), SurfaceDiff.between(BEFORE, after, 10));
  }

  @Test
  void newBlockIsShownWhole() {
    String after = BEFORE + "\nc\n  four\n";

    assertEquals(Arrays.asList("+ c", "+   four"), SurfaceDiff.between(BEFORE, after, 10));
  }

  @Test
  void goneBlockIsShownWhole() {
    assertEquals(
        Arrays.asList("- b", "-   three"),
        SurfaceDiff.between(BEFORE, "# head\n\na\n  one\n  two\n", 10));
  }

  @Test
  void changedOrderIsADifference() {
    String after = "# head\n\na\n  two\n  one\n\nb\n  three\n";

    assertEquals(
        Arrays.asList("  a", "-   one", "+   one"), SurfaceDiff.between(BEFORE, after, 10));
  }

  @Test
  void longDifferenceIsCutAndCounted() {
    assertEquals(
        Arrays.asList("- a", "... and 4 more lines"), SurfaceDiff.between(BEFORE, "# head\n", 1));
  }
}
