package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonDataException;
import io.github.datalab4j.generator.testing.Documents;
import io.github.datalab4j.generator.testing.GeneratedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AllOfTest {
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Base': {'type': 'object', 'required': ['id'], 'properties': {'id': {'type': 'integer'},"
              + " 'mode': {'type': 'string', 'enum': ['a', 'b']}}},"
              + "'Mode': {'type': 'string', 'enum': ['x', 'y']},"
              + "'Sub': {'allOf': [{'$ref': '#/components/schemas/Base'}], 'required': ['extra'],"
              + " 'properties': {'extra': {'type': 'string'}}},"
              + "'SubSub': {'allOf': [{'$ref': '#/components/schemas/Sub'}, {'type': 'object',"
              + " 'properties': {'more': {'type': 'boolean'}}}]},"
              + "'Same': {'allOf': [{'$ref': '#/components/schemas/Base'}]},"
              + "'Alias': {'allOf': [{'$ref': '#/components/schemas/Mode'}]},"
              + "'Holder': {'type': 'object', 'properties': {"
              + "'base': {'allOf': [{'$ref': '#/components/schemas/Base'}], 'description': 'd'},"
              + "'maybe': {'allOf': [{'$ref': '#/components/schemas/Base'}], 'type': ['object', 'null']},"
              + "'mode': {'allOf': [{'$ref': '#/components/schemas/Mode'}], 'default': 'y'},"
              + "'both': {'allOf': [{'$ref': '#/components/schemas/Base'}, {'type': 'object',"
              + " 'properties': {'more': {'type': 'string'}}}]}}},"
              + "'Count': {'allOf': [{'type': 'object', 'properties': {'n': {'type': 'integer'}}},"
              + " {'type': 'object', 'properties': {'n': {'type': 'number'}}}]},"
              + "'Clash': {'allOf': [{'type': 'string'}, {'type': 'object'}]},"
              + "'Loop1': {'allOf': [{'$ref': '#/components/schemas/Loop2'}, {'properties': {'a':"
              + " {'type': 'string'}}}]},"
              + "'Loop2': {'allOf': [{'$ref': '#/components/schemas/Loop1'}, {'properties': {'b':"
              + " {'type': 'string'}}}]}");

  @Test
  void joinsPropertiesAndRequirements() {
    Object sub = MODELS.read("SubSub", "{'id':1,'extra':'e','more':true}");

    assertEquals(1L, call(sub, "id"));
    assertEquals("e", call(sub, "extra"));
    assertEquals(true, call(sub, "more"));
    assertThrows(JsonDataException.class, () -> MODELS.read("SubSub", "{'id':1}"));
  }

  @Test
  void anEnumOfTheParentIsOneClassForAllChildren() {
    assertTrue(MODELS.has("BaseMode"));
    assertFalse(MODELS.has("SubMode"));
    assertEquals(
        MODELS.constant("BaseMode", "A"),
        call(MODELS.read("SubSub", "{'id':1,'extra':'e','mode':'a'}"), "mode"));
  }

  @Test
  void aNamedObjectOfOneParentHasAClassOfItsOwn() {
    assertEquals(1L, call(MODELS.read("Same", "{'id':1}"), "id"));
  }

  @Test
  void aNamedEnumOfOneParentIsThatEnum() {
    assertFalse(MODELS.has("Alias"));
  }

  @Test
  void aPropertyThatOnlyAddsRemarksKeepsTheClass() throws Exception {
    assertEquals(MODELS.type("Base"), MODELS.type("Holder").getMethod("base").getReturnType());
    assertEquals(MODELS.type("Base"), MODELS.type("Holder").getMethod("maybe").getReturnType());
    assertEquals(MODELS.constant("Mode", "Y"), call(MODELS.read("Holder", "{}"), "mode"));
  }

  @Test
  void aWholeNumberStaysOneWhereAnotherBranchSaysNumber() {
    assertEquals(
        "{'n':9119359768214749170}", MODELS.roundTrip("Count", "{'n':9119359768214749170}"));
  }

  @Test
  void aPropertyThatMayBeNullIsNullable() {
    assertEquals("{'maybe':null}", MODELS.roundTrip("Holder", "{'maybe':null}"));
  }

  @Test
  void anInlineOneIsNamedAfterModelAndProperty() {
    Object both = call(MODELS.read("Holder", "{'both':{'id':1,'more':'m'}}"), "both");

    assertEquals("HolderBoth", both.getClass().getSimpleName());
    assertEquals("m", call(both, "more"));
  }

  @Test
  void aContradictionIsReported() {
    assertTrue(
        MODELS.findings().report().contains("Clash: allOf combines [STRING] with [OBJECT]"),
        MODELS.findings().report());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {type: string}             | {const: a}                      | String always "a"
          {type: string, enum: [a, b]} | {const: a}                    | String always "a"
          {enum: [a, b, c]}          | {type: string, enum: [c, b, d]} | BothIt
          {$ref: '#/components/schemas/Mode'} | {type: string}         | Mode
          {type: string}             | {type: string, format: uuid}    | String format "uuid"
          {maxLength: 9}             | {type: string, minLength: 1}    | String maxLength 9, minLength 1
          {type: integer, format: int32} | {type: integer, format: int64} | Integer
          {type: integer}            | {type: number, maximum: 9}      | Long maximum 9
          {type: array}              | {type: array, items: {$ref: '#/components/schemas/Base'}} | List<Base>
          {type: array, items: {type: string}} | {items: {$ref: '#/components/schemas/Mode'}} | List<Mode>
          {type: object}             | {$ref: '#/components/schemas/Base'} | Base
          """)
  void aPropertyOfTwoBranchesFitsBothInAnyOrder(String one, String other, String type) {
    assertEquals(type, typeOfBoth(one, other));
    assertEquals(type, typeOfBoth(other, one));
  }

  private static String typeOfBoth(String one, String other) {
    String property = "{type: object, properties: {it: %s}}";
    GeneratedModels models =
        GeneratedModels.of(
            Documents.parse(
                "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n"
                    + "  schemas:\n    Base: {type: object, properties: {id: {type: integer}}}\n"
                    + "    Mode: {type: string, enum: [x, y]}\n    Both: {allOf: ["
                    + property.formatted(one)
                    + ", "
                    + property.formatted(other)
                    + "]}"));
    FieldSpec field = ((ObjectModel) models.types().model("Both")).fields().get(0);
    return (field.type().boxed() + " " + String.join(", ", field.words())).trim();
  }

  @Test
  void aConstantTellsAlternativesApartAlsoBeforeTheBaseThatKnowsTheType() {
    String child =
        "{'allOf': [{'properties': {'kind': {'const': '%s'}, 'v': {'type': 'integer'}}},"
            + " {'$ref': '#/components/schemas/Base'}]}";
    GeneratedModels models =
        GeneratedModels.ofSchemas(
            "'Base': {'type': 'object', 'properties': {'kind': {'type': 'string'}}},'A': "
                + child.formatted("a")
                + ",'B': "
                + child.formatted("b")
                + ",'AB': {'oneOf': [{'$ref': '#/components/schemas/A'},"
                + " {'$ref': '#/components/schemas/B'}]}");

    assertEquals(true, call(models.read("AB", "{'kind':'b','v':1}"), "isB"));
  }

  /** One after the other they would be read 2 to the 100th times. */
  @Test
  void aParentThatSeveralBranchesShareIsReadOnce() {
    StringBuilder schemas =
        new StringBuilder("'A0': {'type': 'object', 'properties': {'a': {'type': 'string'}}}");
    for (int i = 1; i <= 100; i++) {
      String parent = "{'$ref': '#/components/schemas/A" + (i - 1) + "'}";
      schemas.append(",'A").append(i).append("': {'allOf': [");
      schemas.append(parent).append(',').append(parent).append("]}");
    }
    GeneratedModels models = GeneratedModels.ofSchemas(schemas.toString());

    assertEquals("{'a':'x'}", models.roundTrip("A100", "{'a':'x'}"));
    assertFalse(models.findings().report().contains("contains itself"));
  }

  @Test
  void aCycleEnds() {
    assertEquals("{'a':'x','b':'y'}", MODELS.roundTrip("Loop1", "{'a':'x','b':'y'}"));
    assertTrue(MODELS.findings().report().contains("contains itself"));
  }
}
