package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.datalab4j.generator.testing.GeneratedModels;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Booleans that may be absent, null, true or false: they share a word with the marks of presence.
 */
final class FoldedBooleansTest {
  private static final int MANY = 40;
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Flags': {'type': 'object', 'properties': {"
              + "'a': {'type': ['boolean', 'null']},"
              + "'b': {'type': ['boolean', 'null'], 'default': true},"
              + "'n': {'type': ['integer', 'null']}}},"
              + "'Many': {'type': 'object', 'properties': {"
              + IntStream.range(0, MANY)
                  .mapToObj(i -> "'f" + i + "': {'type': ['boolean', 'null']}")
                  .collect(Collectors.joining(","))
              + "}}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'a':null}",
        "{'a':true,'n':1}",
        "{'a':false,'b':null}",
        "{'a':true,'b':true,'n':null}",
        "{'a':false,'b':false}"
      })
  void everyStateComesBackAndIsEqualOnlyToItself(String json) {
    Object flags = MODELS.read("Flags", json);

    assertEquals(json, MODELS.write(flags));
    assertEquals(flags, MODELS.read("Flags", json));
    assertEquals(flags.hashCode(), MODELS.read("Flags", json).hashCode());
    assertEquals(flags, call(call(flags, "toBuilder"), "build"));
    assertNotEquals(flags, MODELS.read("Flags", "{'a':true,'b':false,'n':7}"));
  }

  @Test
  void theDefaultIsForAbsentOnly() {
    assertEquals(true, call(MODELS.read("Flags", "{}"), "b"));
    assertEquals(false, call(MODELS.read("Flags", "{'b':false}"), "b"));
    assertEquals(null, call(MODELS.read("Flags", "{'b':null}"), "b"));
  }

  @Test
  void ofTwoEqualNamesTheLastCounts() {
    assertEquals("{'a':false}", MODELS.roundTrip("Flags", "{'a':true,'a':false}"));
    assertEquals("{'a':null}", MODELS.roundTrip("Flags", "{'a':true,'a':null}"));
  }

  @Test
  void aBuilderForgetsTheValueBefore() {
    Object builder = call(MODELS.read("Flags", "{'a':true}"), "toBuilder");

    assertEquals("{'a':false}", MODELS.write(call(call(builder, "a", false), "build")));
    assertEquals("{'a':null}", MODELS.write(call(call(builder, "a", (Object) null), "build")));
  }

  @Test
  void theyAreShown() {
    assertEquals("Flags{a=true}", MODELS.read("Flags", "{'a':true}").toString());
  }

  /** More than fit into one word, so that a pair of bits must not be torn in two. */
  @Test
  void manyAreKeptApart() {
    List<String> values = Arrays.asList("true", "false", "null");
    String json =
        IntStream.range(0, MANY)
            .filter(i -> i % 4 != 3)
            .mapToObj(i -> "'f" + i + "':" + values.get(i % 4))
            .collect(Collectors.joining(",", "{", "}"));

    assertEquals(json, MODELS.roundTrip("Many", json));
  }

  @Test
  void theyTakeNoField() {
    assertThrows(NoSuchFieldException.class, () -> MODELS.type("Flags").getDeclaredField("a"));
  }
}
