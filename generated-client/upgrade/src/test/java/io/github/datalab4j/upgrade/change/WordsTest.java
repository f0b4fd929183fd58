package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unique ID (format: cp_XXXXX).",
        "such as cp_12345",
        "cp_...",
        "cp_\u2026",
        "cp_<id>",
        "cp_{id}",
        "`cp_*`"
      })
  void findsTheKindOfAnId(String description) {
    assertEquals(Set.of("cp_"), Words.idPrefixes(description));
  }

  @ParameterizedTest
  @ValueSource(strings = {"the processor_id", "a snake_case_word", "cp_", "CP_XXX"})
  void findsNoIdInOtherWords(String description) {
    assertEquals(Set.of(), Words.idPrefixes(description));
  }

  @Test
  void findsTheWordsThatAreQuoted() {
    assertEquals(
        Set.of("processing", "completed", "failed"),
        Words.quoted("Current status: 'processing', \"completed\", or `failed`"));
  }

  @Test
  void anApostropheIsNoQuote() {
    assertEquals(Set.of(), Words.quoted("the user's and the team's"));
  }

  @Test
  void findsUnits() {
    assertEquals(Set.of("seconds"), Words.units("Execution time in Seconds"));
    assertEquals(Set.of("1-based"), Words.units("page, 1-based"));
    assertEquals(Set.of(), Words.units("Whether generation succeeded"));
  }

  @Test
  void listsAsAPersonDoes() {
    assertEquals("", Words.list(List.of()));
    assertEquals("`a`", Words.list(List.of("a")));
    assertEquals("`a` and `b`", Words.list(List.of("a", "b")));
    assertEquals("`a`, `b` and `c`", Words.list(List.of("a", "b", "c")));
  }

  @Test
  void namesAreAlikeByHalfOfTheirWords() {
    assertTrue(Names.areAlike("pipeline_id", "processor_id"));
    assertTrue(Names.areAlike("pipelineId", "pipeline-name"));
    assertFalse(Names.areAlike("limit", "offset"));
    assertFalse(Names.areAlike("created_at_time", "name"));
  }
}
