package io.github.datalab4j.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The application with its screen and its worker, androidx and WorkManager, as Android shrinks it.
 */
@Timeout(3600)
class ApplicationIT {
  private static final Path MAPPING = Paths.get("target/shrunk/application-mapping.txt");

  @Test
  void r8InFullModeMakesDexOfItAndNeedsNoRuleOfOurs() throws Exception {
    List<String> said = Shrinkers.r8Application(MAPPING.toAbsolutePath());

    assertEquals(Collections.emptyList(), warnings(said));
    String mapping = new String(Files.readAllBytes(MAPPING), StandardCharsets.UTF_8);
    assertStays(mapping, "SampleApplication", "()");
    assertStays(mapping, "IterationActivity", "()");
    assertStays(mapping, "WatchWorker", "(android.content.Context,androidx.work.WorkerParameters)");
    String model = section(mapping, "io.github.datalab4j.android.IterationViewModel");
    assertTrue(model.contains("void <init>(android.app.Application)"), model);
    assertFalse(stays(mapping, "io.github.datalab4j.Datalab"), "nothing has kept its name");
  }

  /** The system and WorkManager find these by name, and call this constructor. */
  private static void assertStays(String mapping, String simpleName, String constructor) {
    String name = "io.github.datalab4j.android." + simpleName;
    assertTrue(stays(mapping, name), name);
    String section = section(mapping, name);
    assertTrue(section.contains("void <init>" + constructor), section);
  }

  private static boolean stays(String mapping, String name) {
    return section(mapping, name).startsWith(name + " -> " + name + ":");
  }

  /** What the mapping file says of a class; it has to be there. */
  private static String section(String mapping, String name) {
    int start = mapping.indexOf("\n" + name + " -> ") + 1;
    assertTrue(start > 0, () -> name + " is gone");
    int end = start;
    do {
      end = mapping.indexOf('\n', end) + 1;
    } while (end > 0 && end < mapping.length() && " #".indexOf(mapping.charAt(end)) >= 0);
    return mapping.substring(start, end > 0 ? end : mapping.length());
  }

  /** But for files beside the classes that stand in more than one jar. */
  private static List<String> warnings(List<String> said) {
    return said.stream()
        .filter(line -> line.startsWith("Warning") && !line.startsWith("Warning: Resource '"))
        .collect(Collectors.toList());
  }
}
