package io.github.datalab4j.consumers;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.simulator.DatalabSimulator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The recipes of the facade's page on other ways to wait. */
@Timeout(value = 15, unit = MINUTES)
final class InteropIT {
  private static OutsiderBuild build;

  @BeforeAll
  static void compile() throws Exception {
    build = OutsiderBuild.of("interop");
    build.maven("compile");
  }

  @Test
  void everyRecipeWaitsForTheSameResult() throws Exception {
    try (DatalabSimulator datalab =
        DatalabSimulator.builder().apiKey("test-key").processor("cp_12345").start()) {

      String printed =
          build.onClassPath(
              JavaHome.current(), "example.Interop", List.of(datalab.url(), "test-key"));

      assertEquals(
          List.of(
              "reactor completed cp_12345",
              "future cp_12345",
              "cancelled true true",
              "flow completed",
              "blocking completed cp_12345"),
          printed.lines().toList());
    }
  }

  @Test
  void whoLeavesStopsTheWatch() throws Exception {
    String printed = build.onClassPath(JavaHome.current(), "example.Leaving", List.of());

    assertEquals(
        List.of(
            "Flux stops: true",
            "Mono stops: true",
            "CompletableFuture stops: true",
            "CompletableFuture's dependent goes on: true",
            "until the first stops: true",
            "Flow stops: true",
            "blocking stops: true"),
        printed.lines().toList());
  }
}
