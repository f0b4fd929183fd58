package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document asks of fields that it does not describe, and of several together. */
final class FieldRulesDrillsTest {
  private static final String ANSWER =
      "responses: {'200': {description: d, content: {application/json: {schema: {$ref:"
          + " '#/components/schemas/A'}}}}}";
  private static final String REQUEST =
      "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}},"
          + " responses: {'204': {description: d}}";
  private static final String FIELDS =
      "type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}}";

  @Test
  void aRequiredNameThatIsNotDescribedIsAConstraint() {
    assertEquals(
        List.of(
            "major/patch constraints changed: The schema `A` has other constraints: `requires"
                + " \"x\"`; so far `no requires`."),
        changes(REQUEST, FIELDS, FIELDS + ", required: [x]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: array, items: {%s}",
        "type: object, additionalProperties: {%s}",
        "type: object, properties: {it: {%s}}",
        "oneOf: [{%s}, {type: string}]",
        "allOf: [{%s}]"
      })
  void aRequiredNameThatIsNotDescribedIsSeenInSchemasWithoutAName(String schema) {
    String after = schema.formatted(FIELDS + ", required: [x]");
    assertEquals("major", wire(REQUEST, schema.formatted(FIELDS), after));
    assertEquals("minor", wire(ANSWER, schema.formatted(FIELDS), after));
  }

  @Test
  void aRequiredNameThatIsNotDescribedIsSeenInAnAnswerOfAnOperation() {
    String answer =
        "responses: {'200': {description: d, content: {application/json: {schema: {%s}}}}}";
    Changes changes =
        Drill.between(
            document(answer.formatted(FIELDS), FIELDS),
            document(answer.formatted(FIELDS + ", required: [x]"), FIELDS),
            FacadeHold.parse(List.of()));
    assertEquals(
        List.of(
            "minor: The answer 200 of `POST /a` has other constraints: `requires \"x\"`; so far"
                + " `no requires`."),
        changes.all().stream().map(Change::toString).toList());
  }

  @Test
  void aFieldThatAsksForAnotherOneIsAConstraint() {
    assertEquals(
        List.of(
            "major/patch constraints changed: The schema `A` has other constraints:"
                + " `dependentRequired \"b\" with \"a\"`; so far `no dependentRequired`."),
        changes(REQUEST, FIELDS, FIELDS + ", dependentRequired: {a: [b]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          minor | major |                               | required: [x]
          major | minor | required: [x]                 |
          major | major | required: [x]                 | required: [y]
          minor | major |                               | dependentRequired: {a: [b]}
          major | minor | dependentRequired: {a: [b]}   |
          minor | major | dependentRequired: {a: [b]}   | dependentRequired: {a: [b, c]}
          major | minor | dependentRequired: {a: [b, c]} | dependentRequired: {a: [b]}
          """)
  void whatHasToBeThereIsForSendersToKeepToAndForReadersToRelyOn(
      String toReaders, String toSenders, @Nullable String before, @Nullable String after) {
    assertEquals(toReaders, wire(ANSWER, with(before), with(after)));
    assertEquals(toSenders, wire(REQUEST, with(before), with(after)));
  }

  private static String with(@Nullable String rule) {
    return rule == null ? FIELDS : FIELDS + ", " + rule;
  }

  @Test
  void aRequiredNameThatIsDescribedNowIsAFieldAndNoConstraint() {
    assertEquals(
        List.of("minor/major field added: `A` has a new, required field `x` (text)."),
        changes(
            REQUEST,
            FIELDS + ", required: [x]",
            FIELDS.replace("a:", "x: {type: string}, a:") + ", required: [x]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          major | minor | additionalProperties: {type: string}      | patternProperties: {^x-: {type: string}}
          minor | major | patternProperties: {^x-: {type: string}}  | additionalProperties: {type: string}
          minor | major | additionalProperties: {type: string}      | patternProperties: {^x-: {type: string}}, additionalProperties: false
          minor | minor | patternProperties: {^x-: {type: string}}, additionalProperties: false | additionalProperties: {type: string}
          minor | major | patternProperties: {^x-: {type: string}}  | patternProperties: {^x-: {type: string}, ^y-: {type: string}}
          minor | minor | patternProperties: {^x-: {}}, additionalProperties: false | patternProperties: {^x-: {}, ^y-: {}}, additionalProperties: false
          minor | major | patternProperties: {^x-: {}, ^y-: {}}, additionalProperties: false | patternProperties: {^x-: {}}, additionalProperties: false
          """)
  void patternsOfNamesAreForSendersToKeepToAndLeaveOtherNamesOpenToReaders(
      String toReaders, String toSenders, String before, String after) {
    String map = "type: object, properties: {map: {type: object, %s}}";
    assertEquals(toReaders, wire(ANSWER, map.formatted(before), map.formatted(after)));
    assertEquals(toSenders, wire(REQUEST, map.formatted(before), map.formatted(after)));
  }

  @Test
  void patternsBesideFieldsNarrowFurtherFields() {
    assertEquals(
        List.of(
            "major/patch constraints changed: A further field of `A` has other constraints:"
                + " `patternProperties \"^x-\" string`; so far `no patternProperties`."),
        changes(REQUEST, FIELDS, FIELDS + ", patternProperties: {^x-: {type: string}}"));
  }

  @Test
  void patternsThatReplaceTheTypeOfFurtherFieldsLeaveOthersOpen() {
    assertEquals(
        List.of(
            "major/major schema retyped: Further fields of `A` hold any JSON, no longer text.",
            "major/patch constraints changed: A further field of `A` has other constraints:"
                + " `patternProperties \"^x-\" string`; so far `no patternProperties`."),
        changes(
            ANSWER,
            FIELDS + ", additionalProperties: {type: string}",
            FIELDS + ", patternProperties: {^x-: {type: string}}"));
  }

  private static String wire(String operation, String before, String after) {
    return between(operation, before, after).wire().toString();
  }

  private static List<String> changes(String operation, String before, String after) {
    return between(operation, before, after).all().stream()
        .map(c -> c.wire() + "/" + c.java() + " " + c.kind() + ": " + c.message())
        .toList();
  }

  private static Changes between(String operation, String before, String after) {
    return Drill.between(
        document(operation, before), document(operation, after), FacadeHold.parse(List.of()));
  }

  private static JsonNode document(String operation, String schema) {
    return Drill.parse(
        "paths: {/a: {post: {operationId: do_a, "
            + operation
            + "}}}\ncomponents: {schemas: {A: {"
            + schema
            + "}}}");
  }
}
