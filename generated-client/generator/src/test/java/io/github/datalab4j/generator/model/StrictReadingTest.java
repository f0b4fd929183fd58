package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import io.github.datalab4j.generator.testing.GeneratedModels;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moshi's readers turn texts into numbers and numbers into texts; generated adapters do not. */
final class StrictReadingTest {
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Owner': {'type': 'object', 'required': ['name'], 'properties': {"
              + "'name': {'type': 'string'}}},"
              + "'Pet': {'type': 'object', 'properties': {"
              + "'text': {'type': 'string'}, 'whole': {'type': 'integer'},"
              + "'small': {'type': 'integer', 'format': 'int32'},"
              + "'number': {'type': 'number'}, 'flag': {'type': 'boolean'},"
              + "'list': {'type': 'array', 'items': {'type': 'string'}},"
              + "'map': {'type': 'object', 'additionalProperties': {'type': 'integer'}},"
              + "'owner': {'$ref': '#/components/schemas/Owner'},"
              + "'owners': {'type': 'array', 'items': {'$ref': '#/components/schemas/Owner'}}}}");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "text; 5; Expected a string but was NUMBER at path $.text",
        "text; true; Expected a string but was BOOLEAN at path $.text",
        "whole; '\"5\"'; Expected a whole number but was STRING at path $.whole",
        "whole; 5.5; Expected a long but was 5.5 at path $.whole",
        "whole; 1e30; Expected a long but was 1e30 at path $.whole",
        "small; 2147483648; Expected an int but was 2147483648 at path $.small",
        "number; '\"5\"'; Expected a number but was STRING at path $.number",
        "flag; '\"yes\"'; Expected a boolean but was STRING at path $.flag",
        "flag; 0; Expected a boolean but was NUMBER at path $.flag",
        "list; {}; Expected a list but was BEGIN_OBJECT at path $.list",
        "list; '[\"a\",1]'; Expected a string but was NUMBER at path $.list[1]",
        "map; []; Expected an object but was BEGIN_ARRAY at path $.map",
        "map; '{\"a\":true}'; Expected a whole number but was BOOLEAN at path $.map.a",
        "owner; []; Expected an object but was BEGIN_ARRAY at path $.owner",
        "owner; '{\"age\":1}'; Required value 'name' missing at $.owner",
        "owner; {}; Required value 'name' missing at $.owner",
        "owners; '[{\"name\":\"a\"},{\"x\":[1]}]'; Required value 'name' missing at $.owners[1]",
      })
  void aWrongTypeIsAnErrorWithItsPath(String field, String value, String message) {
    String json = "{\"" + field + "\":" + value + "}";

    JsonDataException error = assertThrows(JsonDataException.class, () -> MODELS.read("Pet", json));

    assertEquals(message, error.getMessage());
  }

  @Test
  void aNumberBeyondDoubleIsDataAndNotSyntax() {
    assertThrows(JsonDataException.class, () -> MODELS.read("Pet", "{'number':1e400}"));
  }

  @Test
  void aWholeNumberMayBeWrittenWithAFraction() {
    assertEquals(5L, call(MODELS.read("Pet", "{'whole':5.0}"), "whole"));
  }

  @Test
  void ofTwoEqualNamesTheLastCounts() {
    assertEquals("b", call(MODELS.read("Pet", "{'text':'a','text':'b'}"), "text"));
  }

  @Test
  void malformedJsonIsAnInputError() {
    assertThrows(
        JsonEncodingException.class, () -> MODELS.moshi().adapter(pet()).fromJson("{text:1}"));
    assertThrows(EOFException.class, () -> MODELS.moshi().adapter(pet()).fromJson("{\"text\":"));
  }

  @Test
  void aRootOfNullIsRefused() {
    assertThrows(JsonDataException.class, () -> MODELS.read("Pet", "null"));
  }

  @Test
  void escapedNamesAreRecognized() {
    assertEquals("a", call(MODELS.read("Pet", "{'te\\u0078t':'a'}"), "text"));
  }

  @Test
  void trailingTextIsRefused() {
    assertThrows(IOException.class, () -> MODELS.moshi().adapter(pet()).fromJson("{} {}"));
  }

  private static Class<?> pet() {
    return MODELS.type("Pet");
  }
}
