package io.github.datalab4j.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Looks for the key in the message of every error that was made while the tests ran, by whomever it
 * was thrown, told or caught: their JVM recorded them. What a test makes itself may have it.
 */
class ThrownIT {
  private static final Path RECORDING = Paths.get("target", "thrown.jfr");

  @Test
  void noErrorOfAllTestsTellsTheKey() throws IOException {
    assumeTrue(
        Files.exists(RECORDING) && Files.size(RECORDING) > 0,
        "the tests were not recorded, or are being recorded");
    long errors = 0;
    List<String> leaks = new ArrayList<>();
    try (RecordingFile recording = new RecordingFile(RECORDING)) {
      for (; recording.hasMoreEvents(); errors++) {
        RecordedEvent error = recording.readEvent();
        @Nullable String message = error.getString("message");
        if (message != null && Canary.isIn(message) && !isOfTests(error) && !repeats(message)) {
          leaks.add(message + ": " + error);
        }
      }
    }

    assertTrue(errors > 0, "no error was recorded");
    assertEquals(Collections.emptyList(), leaks);
  }

  /** Whether OkHttp repeats what an interceptor threw, an error that was recorded too. */
  private static boolean repeats(String message) {
    return message.startsWith("canceled due to ");
  }

  private static boolean isOfTests(RecordedEvent error) {
    return error.getStackTrace().getFrames().stream()
        .map(RecordedFrame::getMethod)
        .filter(method -> !method.getName().equals("<init>"))
        .findFirst()
        .filter(method -> TestCode.contains(method.getType().getName()))
        .isPresent();
  }
}
