package io.github.datalab4j.benchmarks.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.datalab4j.benchmarks.Machine;
import io.github.datalab4j.benchmarks.Measured;
import io.github.datalab4j.benchmarks.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a suite has found.
 *
 * @param measured null in files from before it was written
 * @param command what makes these results anew
 */
public record Results(
    Machine machine, @Nullable Measured measured, String command, List<Series> series) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  public Results {
    series = List.copyOf(series);
  }

  /** Reads what {@link #write} has written. */
  public static Results read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Results.class);
  }

  /** Writes them as JSON. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, JSON.writeValueAsString(this) + "\n");
  }

  /**
   * The one series of that metric in that setting.
   *
   * @throws NoSuchElementException if it was not measured
   */
  public Series get(String metric, Map<String, String> of) {
    return series.stream()
        .filter(found -> found.metric().equals(metric) && found.of().equals(of))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(metric + " of " + of));
  }

  /** The different values that a setting has, in the order they were measured in. */
  public List<String> values(String setting) {
    return series.stream()
        .filter(found -> found.of().containsKey(setting))
        .map(found -> String.valueOf(found.of().get(setting)))
        .distinct()
        .toList();
  }
}
