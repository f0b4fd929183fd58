package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A wall clock may jump, so nothing reads one; {@link JobSchedule} lets one jump. */
class WallClockTest {
  private static final Pattern WALL_CLOCK =
      Pattern.compile(
          "currentTimeMillis|\\.now\\(|new Date\\(|Instant|Calendar|java\\.time\\.Clock");

  @Test
  void onlyVirtualTimeIsAskedWhatTimeItIs() throws IOException {
    List<String> readers = new ArrayList<>();
    int files = 0;
    try (Stream<Path> sources = Files.walk(Paths.get("src/main/java"))) {
      for (Path source : (Iterable<Path>) sources.filter(Files::isRegularFile)::iterator) {
        files++;
        String code = new String(Files.readAllBytes(source), StandardCharsets.UTF_8);
        if (WALL_CLOCK.matcher(code).find()) {
          readers.add(source.getFileName().toString());
        }
      }
    }
    assertFalse(files == 0);
    assertEquals(Collections.singletonList("Ticker.java"), readers);
  }
}
