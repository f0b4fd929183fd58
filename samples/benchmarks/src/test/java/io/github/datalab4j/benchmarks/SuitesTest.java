package io.github.datalab4j.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.benchmarks.report.Page;
import io.github.datalab4j.benchmarks.report.Results;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuitesTest {
  @TempDir Path results;

  static Stream<Suite> suites() {
    return Benchmarks.SUITES.stream();
  }

  /** One of them runs Maven, which takes minutes on a machine that has much else to do. */
  @ParameterizedTest
  @MethodSource("suites")
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void everySuiteMeasuresAndItsSectionIsWritten(Suite suite) throws Exception {
    Measured measured = new Measured("2026-11-30", "89521dc");
    new Results(Machine.here(), measured, "smoke", suite.measure(true))
        .write(results.resolve(suite.name() + ".json"));

    String page = "<!-- %1$s -->\n<!-- /%1$s -->".formatted(suite.name());
    String written = new Page(results, List.of(suite)).updated(page);

    assertFalse(written.contains("NaN"), written);
    assertFalse(written.contains("Not measured"), written);
    assertTrue(written.contains(", measured on 2026-11-30 at commit 89521dc.\n"), written);
  }

  @Test
  void thePageIsWhatTheResultsSay() throws Exception {
    String page = Files.readString(Path.of("README.md"));
    assertEquals(new Page(Path.of("results"), Benchmarks.SUITES).updated(page), page);
  }

  /** Texts are drawn as the outlines of their letters, which differ from font to font. */
  @Test
  void thePlotsAreWhatTheResultsSay() throws Exception {
    Path reviewed = Path.of("results");
    Files.copy(reviewed.resolve("policies.json"), results.resolve("policies.json"));

    new Page(results, Benchmarks.SUITES).draw();

    try (Stream<Path> plots = Files.list(reviewed)) {
      for (Path plot : plots.filter(file -> file.toString().endsWith(".svg")).toList()) {
        String drawn = Files.readString(results.resolve(plot.getFileName()));
        if (theFontIsThatOfThePlots()) {
          assertEquals(Files.readString(plot), drawn, plot.toString());
        }
      }
    }
  }

  private static boolean theFontIsThatOfThePlots() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, 12)
        .createGlyphVector(new FontRenderContext(null, true, true), "requests a job, seconds late")
        .getOutline()
        .getBounds2D()
        .equals(new Rectangle2D.Float(1.09375f, -9.125f, 166.94727f, 11.625f));
  }
}
