package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.squareup.moshi.JsonDataException;
import io.github.datalab4j.generator.testing.GeneratedModels;
import org.junit.jupiter.api.Test;

final class EnumTest {
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Mode': {'type': 'string', 'enum': ['fast', 'very-accurate', '', '+1', '-1', 'UNRECOGNIZED',"
              + " 'Fast', 'true', '1', 'ein Ä']},"
              + "'Level': {'type': 'integer', 'enum': [1, 2, -1]},"
              + "'Ratio': {'type': 'number', 'enum': [1, 0.5]},"
              + "'Steps': {'type': 'number', 'enum': [1, 2]},"
              + "'Mixed': {'enum': ['a', 1, true]},"
              + "'Only': {'type': 'string', 'enum': ['one']},"
              + "'Flag': {'type': 'boolean', 'enum': [true]},"
              + "'OrNull': {'type': 'string', 'enum': ['a', 'b', null]},"
              + "'Pet': {'type': 'object', 'properties': {"
              + "'mode': {'$ref': '#/components/schemas/Mode'},"
              + "'modes': {'type': 'array', 'items': {'$ref': '#/components/schemas/Mode'}},"
              + "'level': {'$ref': '#/components/schemas/Level'},"
              + "'ratio': {'$ref': '#/components/schemas/Ratio'},"
              + "'steps': {'$ref': '#/components/schemas/Steps'},"
              + "'mixed': {'$ref': '#/components/schemas/Mixed'},"
              + "'or_null': {'$ref': '#/components/schemas/OrNull'},"
              + "'inline': {'type': 'string', 'enum': ['x', 'y']},"
              + "'tag': {'type': 'string', 'enum': ['pet']},"
              + "'many': {'type': 'array', 'items': {'type': 'string', 'enum': ['p', 'q']}}}}");

  @Test
  void aKnownValueIsItsConstant() {
    Object mode = call(MODELS.read("Pet", "{'mode':'very-accurate'}"), "mode");

    assertSame(MODELS.constant("Mode", "VERY_ACCURATE"), mode);
    assertEquals("VERY_ACCURATE", call(mode, "known").toString());
    assertEquals("very-accurate", mode.toString());
  }

  @Test
  void anUnknownValueIsKept() {
    Object pet = MODELS.read("Pet", "{'mode':'slow'}");
    Object mode = call(pet, "mode");

    assertEquals("slow", call(mode, "value"));
    assertEquals(false, call(mode, "isKnown"));
    assertEquals("UNRECOGNIZED", call(mode, "known").toString());
    assertEquals("{'mode':'slow'}", MODELS.write(pet));
    assertEquals(MODELS.callStatic("Mode", "of", "slow"), mode);
  }

  @Test
  void anEnumOfNumbersKeepsAnyOtherNumber() {
    assertEquals("{'steps':1.5}", MODELS.roundTrip("Pet", "{'steps':1.5}"));
    assertEquals(MODELS.constant("Steps", "VALUE_1"), MODELS.read("Steps", "1"));
  }

  @Test
  void everyValueHasAConstantOfItsOwn() {
    assertEquals("", call(MODELS.constant("Mode", "EMPTY"), "value"));
    assertEquals("+1", call(MODELS.constant("Mode", "PLUS_1"), "value"));
    assertEquals("-1", call(MODELS.constant("Mode", "MINUS_1"), "value"));
    assertEquals("UNRECOGNIZED", call(MODELS.constant("Mode", "UNRECOGNIZED2"), "value"));
    assertEquals("Fast", call(MODELS.constant("Mode", "FAST2"), "value"));
    assertEquals("true", call(MODELS.constant("Mode", "TRUE"), "value"));
    assertEquals("1", call(MODELS.constant("Mode", "VALUE_1"), "value"));
    assertEquals("ein Ä", call(MODELS.constant("Mode", "EIN_A"), "value"));
  }

  @Test
  void wholeNumbersAreEnumsToo() {
    Object pet = MODELS.read("Pet", "{'level':2}");

    assertSame(MODELS.constant("Level", "VALUE_2"), call(pet, "level"));
    assertEquals("{'level':7}", MODELS.roundTrip("Pet", "{'level':7}"));
    assertThrows(JsonDataException.class, () -> MODELS.read("Pet", "{'level':'2'}"));
  }

  @Test
  void decimalsAreEnumsToo() {
    assertEquals(0.5, call(call(MODELS.read("Pet", "{'ratio':0.5}"), "ratio"), "value"));
    assertEquals(true, call(call(MODELS.read("Pet", "{'ratio':1}"), "ratio"), "isKnown"));
  }

  @Test
  void valuesOfSeveralTypesAreAUnionOfTheTypes() {
    assertEquals("{'mixed':'a'}", MODELS.roundTrip("Pet", "{'mixed':'a'}"));
    assertEquals("{'mixed':1}", MODELS.roundTrip("Pet", "{'mixed':1}"));
    assertEquals("{'mixed':true}", MODELS.roundTrip("Pet", "{'mixed':true}"));
  }

  @Test
  void nullAmongTheValuesMakesItNullable() {
    Object pet = MODELS.read("Pet", "{'or_null':null}");

    assertNull(call(pet, "orNull"));
    assertEquals(true, call(pet, "hasOrNull"));
  }

  @Test
  void anInlineEnumIsNamedAfterModelAndProperty() {
    assertEquals(
        MODELS.constant("PetInline", "X"), call(MODELS.read("Pet", "{'inline':'x'}"), "inline"));
    assertEquals("{'many':['p','z']}", MODELS.roundTrip("Pet", "{'many':['p','z']}"));
  }

  @Test
  void aSingleValueIsNoEnum() {
    assertFalse(MODELS.has("PetTag"));
    assertFalse(MODELS.has("Flag"));
    assertEquals("pet", call(MODELS.read("Pet", "{'tag':'pet'}"), "tag"));
  }

  @Test
  void aNumberIsNoTextualEnum() {
    assertThrows(JsonDataException.class, () -> MODELS.read("Pet", "{'mode':5}"));
  }

  @Test
  void listsOfEnumsKeepUnknownValues() {
    assertEquals("{'modes':['fast','slow']}", MODELS.roundTrip("Pet", "{'modes':['fast','slow']}"));
  }
}
