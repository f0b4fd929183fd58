package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.testing.GeneratedModels;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.junit.jupiter.api.Test;

final class RecursionTest {
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Node': {'type': 'object', 'properties': {'next': {'$ref': '#/components/schemas/Node'},"
              + " 'children': {'type': 'array', 'items': {'$ref': '#/components/schemas/Node'}},"
              + " 'by_name': {'type': 'object', 'additionalProperties': {'$ref':"
              + " '#/components/schemas/Node'}}}},"
              + "'Ping': {'type': 'object', 'properties': {'pong': {'$ref':"
              + " '#/components/schemas/Pong'}}},"
              + "'Pong': {'type': 'object', 'properties': {'ping': {'$ref':"
              + " '#/components/schemas/Ping'}}},"
              + "'Nest': {'type': 'array', 'items': {'$ref': '#/components/schemas/Nest'}},"
              + "'Tree': {'type': 'object', 'additionalProperties': {'$ref':"
              + " '#/components/schemas/Tree'}},"
              + "'Self': {'$ref': '#/components/schemas/Self'},"
              + "'InList': {'type': 'array', 'items': {'allOf': [{'$ref':"
              + " '#/components/schemas/InList'}, {'type': 'array'}]}},"
              + "'InMap': {'type': 'object', 'additionalProperties': {'allOf': [{'$ref':"
              + " '#/components/schemas/InMap'}, {'type': 'object'}]}},"
              + "'Parent': {'properties': {'x': {'type': 'string'}}, 'oneOf': [{'properties': {'z':"
              + " {'type': 'integer'}}, 'allOf': [{'$ref': '#/components/schemas/Parent'}]},"
              + " {'type': 'object', 'properties': {'q': {'type': 'string'}}}]},"
              + "'Odd': {'oneOf': [{'allOf': [{'$ref': '#/components/schemas/Even'}], 'properties':"
              + " {'odd': {'type': 'integer'}}}, {'type': 'string'}]},"
              + "'Even': {'oneOf': [{'allOf': [{'$ref': '#/components/schemas/Odd'}], 'properties':"
              + " {'even': {'type': 'integer'}}}, {'type': 'boolean'}]},"
              + "'Left': {'$ref': '#/components/schemas/Right'},"
              + "'Right': {'$ref': '#/components/schemas/Left'}");

  @Test
  void objectsMayHoldThemselves() {
    String json = "{'next':{'children':[{},{'by_name':{'a':{}}}]}}";

    assertEquals(json, MODELS.roundTrip("Node", json));
    assertEquals("{'pong':{'ping':{}}}", MODELS.roundTrip("Ping", "{'pong':{'ping':{}}}"));
  }

  @Test
  void listsAndMapsOfNothingButThemselvesEndInFreeFormJson() {
    assertEquals(JavaType.list(JavaType.FREE_FORM), MODELS.types().resolveComponent("Nest"));
    assertEquals(JavaType.map(JavaType.FREE_FORM), MODELS.types().resolveComponent("Tree"));
    assertTrue(MODELS.findings().report().contains("Nest: consists of itself only"));
  }

  @Test
  void schemasMadeOfWhatHoldsThemEndInFreeFormJson() {
    JavaType lists = MODELS.types().resolveComponent("InList");
    JavaType maps = MODELS.types().resolveComponent("InMap");

    assertEquals(JavaType.list(JavaType.list(JavaType.FREE_FORM)), lists);
    assertEquals(JavaType.map(JavaType.map(JavaType.FREE_FORM)), maps);
    assertTrue(MODELS.findings().report().contains("InList/Item/Item: is made of itself"));
  }

  @Test
  void alternativesMadeOfTheirUnionHaveItsFields() {
    Object child = MODELS.read("Parent", "{'x':'a','z':1}");

    assertEquals(1L, call(call(child, "asParentAlternative1"), "z"));
    assertEquals("{'x':'a','z':1}", MODELS.write(child));
    assertEquals("{'q':'a'}", MODELS.roundTrip("Parent", "{'q':'a'}"));
  }

  @Test
  void alternativesMadeOfEachOtherAreFreeFormJson() {
    assertEquals(JavaType.FREE_FORM, MODELS.types().resolveComponent("Odd"));
    assertEquals(JavaType.FREE_FORM, MODELS.types().resolveComponent("Even"));
  }

  @Test
  void referencesInACircleAreFreeFormJson() {
    assertEquals(JavaType.FREE_FORM, MODELS.types().resolveComponent("Self"));
    assertEquals(JavaType.FREE_FORM, MODELS.types().resolveComponent("Left"));
  }

  @Test
  void aLongChainOfReferencesDoesNotOverflow() {
    // Not through the parser: on such a chain it overflows itself.
    Components components = new Components();
    for (int i = 0; i < 5000; i++) {
      Schema<?> next = new Schema<>().$ref("#/components/schemas/M" + (i + 1));
      components.addSchemas("M" + i, new ObjectSchema().addProperty("next", next));
    }
    components.addSchemas("M5000", new ObjectSchema().addProperty("a", new StringSchema()));
    TypeResolver types = new TypeResolver(new OpenAPI().components(components), new Findings());

    types.resolveComponent("M0");

    assertEquals(5001, types.models().size());
    assertEquals(11, AdapterGroups.of(types.models()).groups().size());
  }
}
