package io.github.datalab4j.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.datalab4j.benchmarks.report.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredTest {
  private static final Measured MEASURED = new Measured("2026-11-30", "89521dc");

  @TempDir Path folder;

  @Test
  void theResultsKeepWhenAndOfWhichCommitTheyWereMeasured() throws Exception {
    Path file = folder.resolve("any.json");
    new Results(Machine.here(), MEASURED, "run any", List.of()).write(file);

    assertEquals(MEASURED, Results.read(file).measured());
  }

  @Test
  void resultsThatDoNotTellItAreStillRead() throws Exception {
    Path file = folder.resolve("old.json");
    Files.writeString(
        file,
        """
        {"machine":{"jdk":"17","cpu":"any","cores":2,"memory":"24 GiB","os":"Linux"},\
        "command":"run any","series":[]}""");

    assertNull(Results.read(file).measured());
  }

  @Test
  void outsideACheckoutTheCommitIsUnknown() throws Exception {
    assertEquals(Measured.UNKNOWN, Measured.now(folder.resolve("none")).commit());
  }
}
