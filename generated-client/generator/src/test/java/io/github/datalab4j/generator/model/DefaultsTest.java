package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.testing.GeneratedModels;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefaultsTest {
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Mode': {'type': 'string', 'enum': ['a', 'b']},"
              + "'Piece': {'type': 'object', 'required': ['n'], 'properties': {"
              + "'n': {'type': 'integer'}, 'mode': {'$ref': '#/components/schemas/Mode'}, 'old': {'type': 'boolean',"
              + " 'deprecated': true}}},"
              + "'Pet': {'type': 'object', 'required': ['kind', 'size'], 'properties': {"
              + "'kind': {'type': 'string', 'const': 'pet'},"
              + "'size': {'type': 'integer', 'default': 3},"
              + "'success': {'type': 'boolean', 'default': true},"
              + "'count': {'type': 'integer', 'default': 99},"
              + "'small': {'type': 'integer', 'format': 'int32', 'default': 7},"
              + "'ratio': {'type': 'number', 'default': 1},"
              + "'text': {'type': 'string', 'default': 'a \\\\ \\n \\u2028 */'},"
              + "'maybe': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'default': 'd'},"
              + "'none': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'default': null},"
              + "'maybe_count': {'type': ['integer', 'null'], 'default': 30},"
              + "'maybe_small': {'type': ['integer', 'null'], 'format': 'int32', 'default': 7},"
              + "'maybe_ratio': {'type': ['number', 'null'], 'default': 2},"
              + "'maybe_on': {'type': ['boolean', 'null'], 'default': true},"
              + "'mode': {'$ref': '#/components/schemas/Mode', 'default': 'b'},"
              + "'odd': {'$ref': '#/components/schemas/Mode', 'default': 'z'},"
              + "'list': {'type': 'array', 'items': {'type': 'string'}, 'default': ['events']},"
              + "'empty': {'type': 'array', 'items': {'type': 'string'}, 'default': []},"
              + "'map': {'type': 'object', 'additionalProperties': {'type': 'integer'},"
              + " 'default': {'a': 1}},"
              + "'free': {'default': {'a': [1, null, 0.5, 'x', true]}},"
              + "'part': {'$ref': '#/components/schemas/Piece', 'default': {'n': 4, 'mode': 'a',"
              + " 'extra': 1, 'old': true}},"
              + "'bad_part': {'$ref': '#/components/schemas/Piece', 'default': {}},"
              + "'union': {'anyOf': [{'type': 'integer'}, {'$ref': '#/components/schemas/Piece'},"
              + " {'type': 'array', 'items': {'type': 'string'}}], 'default': ['x']},"
              + "'wrong': {'type': 'array', 'items': {'type': 'string'}, 'default': 5},"
              + "'self': {'$ref': '#/components/schemas/Pet', 'default': {}}}}");

  private static final Object PET = MODELS.read("Pet", "{'kind':'pet','size':1}");

  @Test
  void absentScalarsHaveTheirDefaults() {
    assertEquals(true, call(PET, "success"));
    assertEquals(99L, call(PET, "count"));
    assertEquals(7, call(PET, "small"));
    assertEquals(1.0, call(PET, "ratio"));
    assertEquals("a \\ \n \u2028 */", call(PET, "text"));
  }

  @Test
  void anAbsentFieldWithADefaultStaysAbsent() {
    assertEquals("{'kind':'pet','size':1}", MODELS.write(PET));
  }

  @Test
  void aFieldThatHasItsDefaultIsWrittenAllTheSame() {
    String json = "{'kind':'pet','size':1,'success':true}";

    assertEquals(json, MODELS.roundTrip("Pet", json));
  }

  @Test
  void withADefaultAScalarNeedsNoBox() throws Exception {
    assertEquals(boolean.class, MODELS.type("Pet").getMethod("success").getReturnType());
  }

  @Test
  void nullIsNotTheDefault() {
    Object pet = MODELS.read("Pet", "{'kind':'pet','size':1,'maybe':null}");

    assertEquals("d", call(PET, "maybe"));
    assertNull(call(pet, "maybe"));
    assertEquals("{'kind':'pet','size':1,'maybe':null}", MODELS.write(pet));
  }

  @ParameterizedTest
  @CsvSource({
    "maybe_count,maybeCount,30",
    "maybe_small,maybeSmall,7",
    "maybe_ratio,maybeRatio,2.0",
    "maybe_on,maybeOn,true"
  })
  void nullIsNotTheDefaultOfANumberOrBoolean(String json, String accessor, String expected) {
    Object pet = MODELS.read("Pet", "{'kind':'pet','size':1,'" + json + "':null}");

    assertEquals(expected, String.valueOf(call(PET, accessor)));
    assertNull(call(pet, accessor));
  }

  @Test
  void aDefaultOfNullIsNone() {
    assertNull(call(PET, "none"));
    assertEquals(false, call(PET, "hasNone"));
  }

  @Test
  void enumsHaveDefaultsEvenUnknownOnes() {
    assertEquals(MODELS.constant("Mode", "B"), call(PET, "mode"));
    assertEquals("z", call(PET, "odd").toString());
  }

  @Test
  void listsMapsAndFreeFormValuesHaveDefaults() {
    assertEquals(List.of("events"), call(PET, "list"));
    assertEquals(List.of(), call(PET, "empty"));
    assertEquals(Map.of("a", 1L), call(PET, "map"));
    Map<String, Object> free = new LinkedHashMap<>();
    free.put("a", Arrays.asList(1L, null, 0.5, "x", true));
    assertEquals(free, call(PET, "free"));
    assertThrows(UnsupportedOperationException.class, () -> ((List<?>) call(PET, "list")).clear());
  }

  @Test
  void objectsAndUnionsHaveDefaults() {
    assertEquals(
        MODELS.read("Piece", "{'n':4,'mode':'a','extra':1,'old':true}"), call(PET, "part"));
    assertEquals(List.of("x"), call(call(PET, "union"), "asStringList"));
  }

  @Test
  void aDefaultThatIsNoSuchValueIsLeftOutAndReported() {
    assertNull(call(PET, "badPart"));
    assertNull(call(PET, "wrong"));
    assertTrue(
        MODELS.findings().report().contains("Pet.wrong: the default 5 is no List<String>"),
        MODELS.findings().report());
  }

  @Test
  void theBuilderFillsInWhatIsRequiredAndHasADefaultOrOneValue() {
    Object pet = call(MODELS.builder("Pet"), "build");

    assertEquals("{'kind':'pet','size':3}", MODELS.write(pet));
  }

  @Test
  void aDefaultOfItsOwnKindEnds() {
    assertEquals("pet", call(call(PET, "self"), "kind"));
    assertEquals(Collections.emptyMap(), call(call(PET, "self"), "additionalProperties"));
  }
}
