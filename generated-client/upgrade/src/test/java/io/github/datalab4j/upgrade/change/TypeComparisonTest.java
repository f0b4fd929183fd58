package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.WireType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypeComparisonTest {
  private static final Map<String, WireType> TYPES =
      Map.ofEntries(
          Map.entry("text", scalar("text")),
          Map.entry("time", new WireType.Scalar("text", "date-time")),
          Map.entry("integer", scalar("integer")),
          Map.entry("long", new WireType.Scalar("integer", "int64")),
          Map.entry("number", scalar("number")),
          Map.entry("anything", WireType.ANYTHING),
          Map.entry("a", new WireType.Values(List.of("\"a\""))),
          Map.entry("ab", new WireType.Values(List.of("\"a\"", "\"b\""))),
          Map.entry("ac", new WireType.Values(List.of("\"a\"", "\"c\""))),
          Map.entry("text|integer", oneOf("text", "integer")),
          Map.entry("text|number", oneOf("text", "number")),
          Map.entry("[text]", new WireType.ListOf(scalar("text"), false)),
          Map.entry("[text?]", new WireType.ListOf(scalar("text"), true)),
          Map.entry("[integer]", new WireType.ListOf(scalar("integer"), false)),
          Map.entry("{integer}", new WireType.MapOf(scalar("integer"), false)),
          Map.entry("{number}", new WireType.MapOf(scalar("number"), false)));

  private final TypeComparison types = types(Drill.tree("today"));

  @ParameterizedTest
  @CsvSource({
    "text, text, PATCH, PATCH",
    "integer, number, MINOR, MAJOR",
    "number, integer, MAJOR, MINOR",
    "text, anything, MINOR, MAJOR",
    "anything, text, MAJOR, MINOR",
    "text, integer, MAJOR, MAJOR",
    "text, time, MAJOR, MINOR",
    "time, text, MINOR, MINOR",
    "integer, long, MINOR, MINOR",
    "text, ab, MAJOR, MINOR",
    "ab, text, MINOR, MAJOR",
    "a, ab, MINOR, MINOR",
    "ab, a, MAJOR, MINOR",
    "ab, ac, MAJOR, MAJOR",
    "text, text|integer, MINOR, MAJOR",
    "text|integer, text, MAJOR, MINOR",
    "text|integer, text|number, MAJOR, MAJOR",
    "text, [text], MAJOR, MAJOR",
    "[text], [integer], MAJOR, MAJOR",
    "[text], [text?], MINOR, MAJOR",
    "[text?], [text], MAJOR, MINOR",
    "{integer}, {number}, MINOR, MAJOR"
  })
  void weighsByWhoSendsAndWhoReads(String before, String after, Level sender, Level reader) {
    WireType old = TYPES.get(before);
    WireType now = TYPES.get(after);

    assertEquals(sender, types.weigh(old, now, Direction.REQUEST).wire(), "sender");
    assertEquals(reader, types.weigh(old, now, Direction.ANSWER).wire(), "reader");
    assertEquals(sender.or(reader), types.weigh(old, now, Direction.BOTH).wire(), "both");
  }

  @Test
  void aRenamedSchemaIsTheSameType() {
    TypeComparison renaming = types(Drill.tree("older"));
    WireType old = new WireType.Named("CustomPipelineStatusResponse");
    WireType now = new WireType.Named("CustomProcessorStatusResponse");

    assertTrue(renaming.isSame(old, now));
    assertFalse(types.isSame(old, now));
  }

  @Test
  void aRenamedClassIsTheSameJavaType() {
    TypeComparison renaming = types(Drill.tree("older"));

    assertTrue(
        renaming.isSameJava(
            "@Nullable List<CustomPipelineStatusResponse>", "List<CustomProcessorStatusResponse>"));
    assertFalse(renaming.isSameJava("long", "Long"));
  }

  private static WireType scalar(String name) {
    return new WireType.Scalar(name, "");
  }

  private static WireType oneOf(String... names) {
    return new WireType.OneOf(List.of(names).stream().map(TypeComparisonTest::scalar).toList());
  }

  /** From some document to that of today. */
  private static TypeComparison types(JsonNode before) {
    ApiDocument old = Drill.read(before, Map.of());
    ApiDocument now = Drill.read(Drill.tree("today"), Map.of());
    return new TypeComparison(new StructurePairs(old, now, new OperationPairs(old, now)));
  }
}
