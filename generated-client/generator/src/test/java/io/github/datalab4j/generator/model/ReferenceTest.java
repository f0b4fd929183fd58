package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonDataException;
import io.github.datalab4j.generator.testing.GeneratedModels;
import org.junit.jupiter.api.Test;

final class ReferenceTest {
  private static final String B = "'$ref': '#/components/schemas/B'";

  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'B': {'type': 'object', 'required': ['z'], 'properties': {'z': {'type': 'string'},"
              + " 'q': {'type': 'string'}}},"
              + "'Kind': {'type': 'string', 'enum': ['a', 'b', 'c']},"
              + "'More': {"
              + B
              + ", 'required': ['q']},"
              + "'Holder': {'type': 'object', 'properties': {"
              + "'remarks': {"
              + B
              + ", 'type': ['object', 'null'], 'description': 'd', 'readOnly': true},"
              + "'fields': {"
              + B
              + ", 'type': 'object', 'required': ['w'], 'properties': {'w': {'type': 'integer'}}},"
              + "'kind': {'$ref': '#/components/schemas/Kind', 'enum': ['a', 'b']},"
              + "'some': {"
              + B
              + ", 'allOf': [{'required': ['q']}]}}},"
              + "'Chain': {'type': 'object', 'properties': {'link': {'type': 'object', 'properties':"
              + " {'next': {'$ref': '#/components/schemas/Chain/properties/link'}}}}},"
              + "'Order': {'type': 'object', 'properties': {"
              + "'to': {'$ref': '#/components/schemas/Holder/properties/remarks'},"
              + "'next': {'$ref': '#/components/schemas/Chain/properties/link'},"
              + "'it': {'$ref': '#/components/schemas/Order/properties/it'}}}");

  @Test
  void remarksBesideAReferenceKeepTheClass() throws Exception {
    assertEquals(MODELS.type("B"), MODELS.type("Holder").getMethod("remarks").getReturnType());
  }

  @Test
  void whatNarrowsBesideAReferenceCounts() {
    Object fields = call(MODELS.read("Holder", "{'fields':{'z':'x','w':7}}"), "fields");

    assertEquals("x", call(fields, "z"));
    assertEquals(7L, call(fields, "w"));
    assertThrows(JsonDataException.class, () -> MODELS.read("Holder", "{'fields':{'z':'x'}}"));
    assertThrows(JsonDataException.class, () -> MODELS.read("Holder", "{'some':{'z':'x'}}"));
    assertThrows(JsonDataException.class, () -> MODELS.read("More", "{'z':'x'}"));
  }

  @Test
  void anEnumBesideAReferenceToOneHasTheValuesOfBoth() {
    Object kind = call(MODELS.read("Holder", "{'kind':'b'}"), "kind");

    assertEquals(true, call(kind, "isKnown"));
    assertEquals(false, call(call(MODELS.read("Holder", "{'kind':'c'}"), "kind"), "isKnown"));
  }

  @Test
  void aPartThatIsAReferenceItselfIsFollowed() throws Exception {
    assertEquals(MODELS.type("B"), MODELS.type("Order").getMethod("to").getReturnType());
    assertFalse(MODELS.findings().report().contains("is not in the document"));
  }

  @Test
  void aPropertyThatHoldsAReferenceToItselfIsOneClass() throws Exception {
    Class<?> link = MODELS.type("ChainLink");

    assertEquals(link, link.getMethod("next").getReturnType());
    assertEquals(link, MODELS.type("Order").getMethod("next").getReturnType());
  }

  @Test
  void aPartThatIsAReferenceToItselfIsFreeForm() {
    assertEquals("{'it':[1]}", MODELS.roundTrip("Order", "{'it':[1]}"));
    assertTrue(MODELS.findings().report().contains("properties/it contains itself"));
  }
}
