package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonDataException;
import io.github.datalab4j.generator.testing.GeneratedModels;
import org.junit.jupiter.api.Test;

/** Required or not, null or not: four kinds of fields. */
final class FieldNullnessTest {
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Pet': {'type': 'object', 'required': ['id', 'owner', 'any'], 'properties': {"
              + "'id': {'type': 'integer'},"
              + "'owner': {'anyOf': [{'type': 'string'}, {'type': 'null'}]},"
              + "'nick': {'type': 'string'},"
              + "'age': {'type': ['integer', 'null']},"
              + "'any': {},"
              + "'tags': {'type': 'array', 'items': {'anyOf': [{'type': 'string'},"
              + " {'type': 'null'}]}}}},"
              + "'User': {'type': 'object', 'required': ['id', 'name', 'password'], 'properties': {"
              + "'id': {'type': 'integer', 'readOnly': true}, 'name': {'type': 'string'},"
              + "'password': {'type': 'string', 'writeOnly': true}}}");

  @Test
  void optionalAbsentIsNullAndStaysAbsent() {
    String json = "{'id':1,'owner':'a','any':1}";
    Object pet = MODELS.read("Pet", json);

    assertNull(call(pet, "nick"));
    assertNull(call(pet, "age"));
    assertEquals(false, call(pet, "hasAge"));
    assertEquals(json, MODELS.write(pet));
  }

  @Test
  void whatIsRequiredOfOneDirectionOnlyMayBeAbsent() {
    Object answer = MODELS.read("User", "{'id':1,'name':'a'}");
    Object sent = call(call(call(MODELS.builder("User"), "name", "a"), "password", "p"), "build");

    assertNull(call(answer, "password"));
    assertEquals("{'name':'a','password':'p'}", MODELS.write(sent));
    assertTrue(MODELS.findings().report().contains("User.id: required in one direction only"));
  }

  @Test
  void optionalNullIsPresentAndStaysNull() {
    String json = "{'id':1,'owner':'a','age':null,'any':1}";
    Object pet = MODELS.read("Pet", json);

    assertNull(call(pet, "age"));
    assertEquals(true, call(pet, "hasAge"));
    assertEquals(json, MODELS.write(pet));
  }

  @Test
  void absentAndNullAreNotEqual() {
    Object absent = MODELS.read("Pet", "{'id':1,'owner':'a','any':1}");
    Object isNull = MODELS.read("Pet", "{'id':1,'owner':'a','any':1,'age':null}");

    assertTrue(!absent.equals(isNull));
  }

  @Test
  void requiredNullableIsWrittenAsNull() {
    assertEquals(
        "{'id':1,'owner':null,'any':null}",
        MODELS.roundTrip("Pet", "{'id':1,'owner':null,'any':null}"));
  }

  @Test
  void requiredNullableMustBeThere() {
    JsonDataException error =
        assertThrows(JsonDataException.class, () -> MODELS.read("Pet", "{'id':1,'any':1}"));

    assertEquals("Required value 'owner' missing at $", error.getMessage());
  }

  @Test
  void requiredAnythingMustBeThere() {
    JsonDataException error =
        assertThrows(JsonDataException.class, () -> MODELS.read("Pet", "{'id':1,'owner':'a'}"));

    assertEquals("Required value 'any' missing at $", error.getMessage());
  }

  @Test
  void nullIsRefusedWhereTheDocumentDoesNotAllowIt() {
    JsonDataException error =
        assertThrows(
            JsonDataException.class,
            () -> MODELS.read("Pet", "{'id':1,'owner':'a','any':1,'nick':null}"));

    assertEquals("Expected a string but was NULL at path $.nick", error.getMessage());
  }

  @Test
  void nullsInListsAreKeptWhereAllowed() {
    String json = "{'id':1,'owner':'a','any':1,'tags':['x',null]}";

    assertEquals(json, MODELS.roundTrip("Pet", json));
  }

  @Test
  void builderTellsAbsentFromNull() {
    Object builder = call(call(MODELS.builder("Pet"), "id", 1L), "owner", "a");

    assertEquals("{'id':1,'owner':'a','any':null}", MODELS.write(call(builder, "build")));
    call(builder, "age", (Object) null);
    assertEquals(
        "{'id':1,'owner':'a','age':null,'any':null}", MODELS.write(call(builder, "build")));
  }

  @Test
  void primitivesAreNotBoxedWhereTheyAreAlwaysThere() throws Exception {
    assertEquals(long.class, MODELS.type("Pet").getMethod("id").getReturnType());
    assertEquals(Long.class, MODELS.type("Pet").getMethod("age").getReturnType());
  }
}
