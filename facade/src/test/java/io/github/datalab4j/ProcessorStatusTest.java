package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.ProcessorStatus.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorStatusTest {
  @ParameterizedTest
  @ValueSource(strings = {"completed", "complete"})
  void bothWordsForDoneComplete(String word) {
    assertEquals(State.COMPLETED, status(word, true).state());
    assertTrue(status(word, null).isTerminal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed", "complete"})
  void doneWithoutSuccessIsAFailure(String word) {
    assertEquals(State.FAILED, status(word, false).state());
    assertTrue(status(word, false).isTerminal());
  }

  @Test
  void theTextTellsStateAndProcessor() {
    assertEquals(
        "ProcessorStatus{status=completed, processorId=cp_new}", Statuses.COMPLETED.toString());
  }

  @Test
  void successIsWhatTheServiceSays() {
    assertEquals(true, Statuses.COMPLETED.success());
    assertEquals(false, Statuses.FAILED.success());
    assertNull(Statuses.PROCESSING.success());
  }

  @Test
  void failedIsTerminal() {
    assertEquals(State.FAILED, status("failed", null).state());
    assertTrue(status("failed", null).isTerminal());
  }

  @Test
  void processingIsNotTerminal() {
    assertEquals(State.PROCESSING, status("processing", null).state());
    assertFalse(status("processing", null).isTerminal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "queued", "COMPLETED", "completed_with_errors", "Failed"})
  void unknownWordIsKeptAndNotTerminal(String word) {
    assertEquals(word, status(word, true).status());
    assertEquals(State.UNKNOWN, status(word, true).state());
    assertFalse(status(word, true).isTerminal());
  }

  private static ProcessorStatus status(String word, @Nullable Boolean success) {
    return Statuses.of(word, success, null);
  }
}
