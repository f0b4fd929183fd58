package io.github.datalab4j.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(3600)
class DexIT {
  private static final long MOST_BYTES_ADDED = 60 * 1024;
  private static final double TOLERANCE = 0.1;
  private static final Path REPORT = Paths.get("../size.txt");

  @Test
  void d8HasNothingToSayOfOurJarsForApi21() throws Exception {
    assertEquals(Collections.emptyList(), Shrinkers.d8());
  }

  /** Renew the report by {@code -Dsize.accept}. */
  @Test
  void whatTheLibraryAddsToAnApkIsWithinItsLimitAndAsReported() throws Exception {
    Dex bare = Dex.in(Shrinkers.r8ToDex(ByHand.class));
    Dex careful = Dex.in(Shrinkers.r8ToDex(CarefulByHand.class));
    Dex facade = Dex.in(Shrinkers.r8ToDex(ByFacade.class));
    long added = facade.packedBytes - careful.packedBytes;
    assertTrue(added <= MOST_BYTES_ADDED, () -> added + " bytes are added to an APK");

    String report = report(bare, careful, facade);
    if (System.getProperty("size.accept") != null) {
      Files.write(REPORT, report.getBytes(StandardCharsets.UTF_8));
    }
    List<String> reported = lines(new String(Files.readAllBytes(REPORT), StandardCharsets.UTF_8));
    List<String> measured = lines(report);
    assertEquals(measured.size(), reported.size(), () -> "" + measured);
    for (int i = 0; i < measured.size(); i++) {
      assertAbout(reported.get(i), measured.get(i));
    }
  }

  private static String report(Dex bare, Dex careful, Dex facade) {
    return line("", "bytes in the APK", "bytes of dex", "methods")
        + line("by hand, bare", bare.packedBytes, bare.bytes, bare.methods)
        + line("by hand, with care", careful.packedBytes, careful.bytes, careful.methods)
        + line("by datalab4j", facade.packedBytes, facade.bytes, facade.methods)
        + added("more than bare", bare, facade)
        + added("more than with care", careful, facade);
  }

  private static String added(String name, Dex without, Dex with) {
    return line(
        name,
        with.packedBytes - without.packedBytes,
        with.bytes - without.bytes,
        with.methods - without.methods);
  }

  private static List<String> lines(String text) {
    return Arrays.asList(text.split("\n", -1));
  }

  private static String line(String name, Object apk, Object dex, Object methods) {
    return String.format(Locale.ROOT, "%-20s%18s%14s%9s\n", name, apk, dex, methods);
  }

  private static void assertAbout(String reported, String measured) {
    String[] was = reported.trim().split("\\s+", -1);
    String[] now = measured.trim().split("\\s+", -1);
    assertEquals(was.length, now.length, measured);
    for (int i = 0; i < was.length; i++) {
      if (!was[i].matches("\\d+")) {
        assertEquals(was[i], now[i]);
      } else {
        double before = Double.parseDouble(was[i]);
        assertEquals(before, Double.parseDouble(now[i]), before * TOLERANCE, measured);
      }
    }
  }
}
