package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonDataException;
import io.github.datalab4j.generator.testing.GeneratedModels;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unions without a discriminator: the JSON itself tells. */
final class UnionTest {
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Cat': {'type': 'object', 'required': ['lives'], 'properties': {"
              + "'lives': {'type': 'integer'}, 'name': {'type': 'string'}}},"
              + "'Dog': {'type': 'object', 'required': ['bark'], 'properties': {"
              + "'bark': {'type': 'boolean'}, 'name': {'type': 'string'}}},"
              + "'Fish': {'type': 'object', 'properties': {"
              + "'name': {'type': 'string'}, 'fins': {'type': 'integer'}}},"
              + "'Mode': {'type': 'string', 'enum': ['a', 'b']},"
              + "'Size': {'type': 'string', 'enum': ['s', 'm']},"
              + "'Maybe': {'anyOf': [{'$ref': '#/components/schemas/Cat'}, {'type': 'null'}]},"
              + "'Deep': {'anyOf': [{'type': 'object', 'required': ['v'], 'properties': {'v':"
              + " {'type': 'array', 'items': {'type': 'string'}}}}, {'type': 'object', 'required':"
              + " ['v'], 'properties': {'v': {'type': 'array', 'items': {'type': 'integer'}}}}]},"
              + "'Box': {'type': 'object', 'properties': {"
              + "'text': {'anyOf': [{'type': 'string'}, {'type': 'integer'}]},"
              + "'number': {'anyOf': [{'type': 'integer'}, {'type': 'number'},"
              + " {'type': 'boolean'}, {'type': 'null'}]},"
              + "'pet': {'oneOf': [{'$ref': '#/components/schemas/Cat'},"
              + " {'$ref': '#/components/schemas/Dog'}, {'$ref': '#/components/schemas/Fish'},"
              + " {'type': 'string'}]},"
              + "'lists': {'anyOf': [{'type': 'array', 'items': {'type': 'integer'}},"
              + " {'type': 'array', 'items': {'type': 'string'}}, {'type': 'string'}]},"
              + "'either': {'anyOf': [{'type': 'array', 'items': {'$ref':"
              + " '#/components/schemas/Cat'}}, {'$ref': '#/components/schemas/Cat'}]},"
              + "'open': {'anyOf': [{'$ref': '#/components/schemas/Mode'}, {'type': 'string'}]},"
              + "'enums': {'anyOf': [{'$ref': '#/components/schemas/Mode'},"
              + " {'$ref': '#/components/schemas/Size'}]},"
              + "'maps': {'anyOf': [{'$ref': '#/components/schemas/Cat'}, {'type': 'object',"
              + " 'additionalProperties': {'type': 'string'}}]},"
              + "'deep': {'$ref': '#/components/schemas/Deep'},"
              + "'oneObject': {'anyOf': [{'type': 'string'}, {'$ref': '#/components/schemas/Cat'}]},"
              + "'oneList': {'anyOf': [{'type': 'string'}, {'type': 'array',"
              + " 'items': {'type': 'integer'}}]},"
              + "'oneMap': {'anyOf': [{'type': 'string'}, {'type': 'object',"
              + " 'additionalProperties': {'type': 'integer'}}]},"
              + "'maybe': {'$ref': '#/components/schemas/Maybe'},"
              + "'same': {'anyOf': [{'type': 'string', 'format': 'uuid'}, {'type': 'string',"
              + " 'format': 'date'}]},"
              + "'types': {'type': ['string', 'integer', 'null', 'array'],"
              + " 'items': {'type': 'string'}}}}");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "text; 'abc'; String",
        "text; 5; Long",
        "number; 5; Long",
        "number; 5.5; Double",
        "number; 5.0; Double",
        "number; true; Boolean",
        "pet; {'lives':9}; Cat",
        "pet; {'bark':true}; Dog",
        "pet; {'fins':3}; Fish",
        "pet; {'name':'n'}; Fish",
        "pet; {}; Fish",
        "pet; 'Rex'; String",
        "lists; [1,2]; LongList",
        "lists; ['a']; StringList",
        "lists; 'a'; String",
        "either; [{'lives':1}]; CatList",
        "either; {'lives':1}; Cat",
        "enums; 's'; Size",
        "enums; 'a'; Mode",
        "maps; {'lives':1}; Cat",
        "maps; {'a':'b'}; StringMap",
        "types; 'x'; String",
        "types; 4; Long",
        "types; ['x']; StringList",
      },
      quoteCharacter = '`')
  void eachAlternativeIsRecognizedAndWrittenBack(String field, String value, String label) {
    String json = "{'" + field + "':" + value + "}";
    Object box = MODELS.read("Box", json);

    assertEquals(true, call(call(box, field), "is" + label));
    assertEquals(json, MODELS.write(box));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "text; true",
        "text; 5.5",
        "text; 99999999999999999999",
        "text; [1,null]",
        "pet; 5",
        "pet; {'lives':'nine','bark':'loud','fins':'no'}",
        "pet; {'lives':'nine','fins':'no'}",
        "lists; [true]",
        "oneObject; {'z':1}",
        "oneObject; {'lives':'nine'}",
        "oneList; ['a']",
        "oneList; [1,[2]]",
        "oneMap; {'a':1,'b':'c'}",
        "either; [{'lives':1},{'lives':'x'}]",
        "enums; 'other'",
        "maps; {'a':1}",
        "types; {'a':1}",
      },
      quoteCharacter = '`')
  void whatIsNoAlternativeIsKeptRaw(String field, String value) {
    String json = "{'" + field + "':" + value + "}";
    Object box = MODELS.read("Box", json);

    assertEquals(true, call(call(box, field), "isUnknown"));
    assertEquals(json, MODELS.write(box));
  }

  @Test
  void aNumberBeyondADoubleIsKeptRaw() {
    Object box = MODELS.read("Box", "{'number':1E+400}");

    assertEquals(true, call(call(box, "number"), "isUnknown"));
    assertEquals("{'number':1E+400}", MODELS.write(box));
  }

  @Test
  void ofObjectsThatAreEquallyGoodTheirValuesDecide() {
    String json = "{'deep':{'v':[1,2]}}";
    Object deep = call(MODELS.read("Box", json), "deep");

    assertEquals(true, call(deep, "isDeepAlternative2"));
    assertEquals(json, MODELS.roundTrip("Box", json));
  }

  @Test
  void askingForAnotherAlternativeSaysWhatItHolds() {
    Object text = call(MODELS.read("Box", "{'text':'abc'}"), "text");

    assertEquals("abc", call(text, "asString"));
    assertEquals("abc", call(text, "raw"));
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> call(text, "asLong"));
    assertEquals("It holds no Long but BoxText{abc}", error.getMessage());
  }

  @Test
  void nullBesideTheAlternativesMakesItNullable() {
    Object box = MODELS.read("Box", "{'number':null,'maybe':null}");

    assertEquals(true, call(box, "hasNumber"));
    assertEquals(true, call(box, "hasMaybe"));
    assertEquals("{'number':null,'maybe':null}", MODELS.write(box));
    assertThrows(JsonDataException.class, () -> MODELS.read("Box", "{'text':null}"));
  }

  @Test
  void anAlternativeAndNullIsNoUnion() {
    assertFalse(MODELS.has("Maybe"));
    assertEquals(9L, call(call(MODELS.read("Box", "{'maybe':{'lives':9}}"), "maybe"), "lives"));
  }

  @Test
  void alternativesOfOneJavaTypeAreNoUnion() {
    assertEquals("x", call(MODELS.read("Box", "{'same':'x'}"), "same"));
  }

  @Test
  void anOpenEnumHoldsAnyOtherText() {
    assertFalse(MODELS.has("BoxOpen"));
    assertEquals("zzz", call(call(MODELS.read("Box", "{'open':'zzz'}"), "open"), "value"));
  }

  @Test
  void unionsAreMadeByHand() {
    Object text = MODELS.callStatic("BoxText", "of", "abc");
    Object whole = MODELS.callStatic("BoxText", "of", 5L);
    Object list = MODELS.callStatic("BoxLists", "ofLongList", Arrays.asList(1L, 2L));
    Object unknown = MODELS.callStatic("BoxText", "ofUnknown", Collections.singletonMap("a", null));

    assertEquals("'abc'", MODELS.write(text));
    assertEquals("5", MODELS.write(whole));
    assertEquals("[1,2]", MODELS.write(list));
    assertEquals("{'a':null}", MODELS.write(unknown));
    assertTrue(text.equals(call(MODELS.read("Box", "{'text':'abc'}"), "text")));
    assertFalse(text.equals(whole));
  }
}
