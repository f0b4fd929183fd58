package io.github.datalab4j.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Pattern PROBLEM = Pattern.compile("`urn:datalab4j:(\\w+)`");
  private static final Pattern STATUS = Pattern.compile("\\| (\\d{3}) \\|$");

  @Test
  void theStatusesOfProblemsAreThoseOfThePage() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.startsWith("| `urn:datalab4j:"))
            .toList();
    assertFalse(rows.isEmpty());
    for (String row : rows) {
      int status =
          STATUS
              .matcher(row)
              .results()
              .map(found -> Integer.parseInt(found.group(1)))
              .findFirst()
              .orElseThrow();
      for (MatchResult found : PROBLEM.matcher(row).results().toList()) {
        assertEquals(status, Problems.of(found.group(1), "").getStatus(), found.group(1));
      }
    }
  }
}
