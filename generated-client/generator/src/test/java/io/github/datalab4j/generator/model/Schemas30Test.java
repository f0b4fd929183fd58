package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.squareup.moshi.JsonDataException;
import io.github.datalab4j.generator.testing.Documents;
import io.github.datalab4j.generator.testing.GeneratedModels;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What OpenAPI 3.0 says in its own way. */
final class Schemas30Test {
  private static final GeneratedModels MODELS =
      GeneratedModels.of(
          Documents.ofSchemas30(
              "'Base': {'type': 'object', 'properties': {'id': {'type': 'integer', 'minimum': 0,"
                  + " 'exclusiveMinimum': true}}},"
                  + "'Pet': {'type': 'object', 'properties': {"
                  + "'name': {'type': 'string', 'nullable': true},"
                  + "'base': {'allOf': [{'$ref': '#/components/schemas/Base'}], 'nullable': true},"
                  + "'remarked': {'allOf': [{'$ref': '#/components/schemas/Base'},"
                  + " {'nullable': true}]},"
                  + "'mode': {'type': 'string', 'enum': ['a', 'b', null], 'nullable': true},"
                  + "'either': {'oneOf': [{'type': 'string'}, {'type': 'integer'}],"
                  + " 'nullable': true},"
                  + "'free': {'type': 'object'}, 'open': {'type': 'object',"
                  + " 'additionalProperties': {}}, 'any': {},"
                  + "'day': {'type': 'string', 'format': 'date', 'default': '2020-01-31'},"
                  + "'bytes': {'type': 'string', 'format': 'byte'},"
                  + "'items': {'type': 'array', 'items': {'type': 'string', 'nullable': true}},"
                  + "'strict': {'type': 'string'}}}"));

  @Test
  void nullableAllowsNull() {
    String json = "{'name':null,'base':null,'remarked':null,'mode':null,'either':null}";

    assertEquals(json, MODELS.roundTrip("Pet", json));
    assertThrows(JsonDataException.class, () -> MODELS.read("Pet", "{'strict':null}"));
    assertEquals("{'items':[null]}", MODELS.roundTrip("Pet", "{'items':[null]}"));
  }

  @Test
  void aNullableReferenceKeepsItsClass() throws Exception {
    assertEquals(MODELS.type("Base"), MODELS.type("Pet").getMethod("base").getReturnType());
  }

  @Test
  void objectsWithoutPropertiesAreMaps() throws Exception {
    assertEquals(Map.class, MODELS.type("Pet").getMethod("free").getReturnType());
    assertEquals(Map.class, MODELS.type("Pet").getMethod("open").getReturnType());
    assertEquals("{'free':{'a':null}}", MODELS.roundTrip("Pet", "{'free':{'a':null}}"));
  }

  @Test
  void daysStayTextEvenInDefaults() {
    assertEquals("2020-01-31", call(MODELS.read("Pet", "{}"), "day"));
    assertEquals("{'bytes':'AAA='}", MODELS.roundTrip("Pet", "{'bytes':'AAA='}"));
  }
}
