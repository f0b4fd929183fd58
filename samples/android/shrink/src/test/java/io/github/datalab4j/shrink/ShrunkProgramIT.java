package io.github.datalab4j.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a shrunk program does is what it did before, with no rule for this library. */
@Timeout(3600)
class ShrunkProgramIT {
  @Test
  void theProgramDoesTheWholeJob() throws Exception {
    assertEquals(expected(), Scenario.output(Jars.program()));
  }

  @Test
  void r8InFullModeChangesNothing() throws Exception {
    Path shrunk = Shrinkers.r8ToClasses(Headless.class);
    assertShrunk(shrunk);
    assertEquals(expected(), Scenario.output(Collections.singletonList(shrunk)));
  }

  @Test
  void proGuardChangesNothing() throws Exception {
    Path shrunk = Shrinkers.proGuard(Headless.class);
    assertShrunk(shrunk);
    assertEquals(expected(), Scenario.output(Collections.singletonList(shrunk)));
  }

  /** Our classes are renamed and most others gone: no rule has kept them. */
  private static void assertShrunk(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      assertEquals(null, zip.getEntry("io/github/datalab4j/Datalab.class"));
      assertTrue(zip.size() < 2000, () -> jar + " has " + zip.size() + " entries");
    }
  }

  private static List<String> expected() throws IOException {
    return Files.readAllLines(Paths.get("src/test/resources/headless-output.txt"));
  }
}
