package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.generator.testing.GeneratedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unions in unions, and unions that hold themselves. */
final class NestedUnionTest {
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Cat': {'type': 'object', 'properties': {'kind': {'type': 'string'}}},"
              + "'Dog': {'type': 'object', 'properties': {'kind': {'type': 'string'}}},"
              + "'Cow': {'type': 'object', 'properties': {'kind': {'type': 'string'}}},"
              + "'Pet': {'oneOf': [{'$ref': '#/components/schemas/Cat'},"
              + " {'$ref': '#/components/schemas/Dog'}], 'discriminator': {'propertyName': 'kind',"
              + " 'mapping': {'c': '#/components/schemas/Cat', 'd': '#/components/schemas/Dog'}}},"
              + "'PetOrText': {'anyOf': [{'$ref': '#/components/schemas/Pet'},"
              + " {'type': 'string'}]},"
              + "'Beast': {'oneOf': [{'$ref': '#/components/schemas/Pet'},"
              + " {'$ref': '#/components/schemas/Cow'}], 'discriminator': {'propertyName': 'kind',"
              + " 'mapping': {'cow': '#/components/schemas/Cow'}}},"
              + "'Inline': {'anyOf': [{'anyOf': [{'type': 'string'}, {'type': 'integer'}]},"
              + " {'type': ['boolean', 'array'], 'items': {'type': 'integer'}}]},"
              + "'Value': {'anyOf': [{'type': 'string'}, {'type': 'number'}, {'type': 'array',"
              + " 'items': {'$ref': '#/components/schemas/Value'}}, {'type': 'object',"
              + " 'additionalProperties': {'$ref': '#/components/schemas/Value'}}]},"
              + "'ValueOrNull': {'anyOf': [{'type': 'integer'}, {'type': 'array', 'items': {'$ref':"
              + " '#/components/schemas/ValueOrNull'}}, {'type': 'object', 'additionalProperties':"
              + " {'$ref': '#/components/schemas/ValueOrNull'}}, {'type': 'null'}]},"
              + "'NullInside': {'anyOf': [{'type': ['string', 'integer', 'null']}, {'type': 'array',"
              + " 'items': {'$ref': '#/components/schemas/NullInside'}}]},"
              + "'Itself': {'oneOf': [{'type': 'string'}, {'type': 'boolean'},"
              + " {'$ref': '#/components/schemas/Itself'}]},"
              + "'A': {'anyOf': [{'$ref': '#/components/schemas/B'}, {'type': 'string'}]},"
              + "'B': {'anyOf': [{'$ref': '#/components/schemas/A'}, {'type': 'integer'}]},"
              + "'Parent': {'type': 'object', 'discriminator': {'propertyName': 'kind'},"
              + " 'properties': {'kind': {'type': 'string'}}},"
              + "'Child': {'allOf': [{'$ref': '#/components/schemas/Parent'},"
              + " {'properties': {'x': {'type': 'integer'}}}]},"
              + "'InA': {'type': 'object', 'required': ['v'], 'properties': {"
              + "'child': {'$ref': '#/components/schemas/InAOrB'}, 'v': {'type': 'object',"
              + " 'required': ['a'], 'properties': {'a': {'type': 'string'}}}}},"
              + "'InB': {'type': 'object', 'required': ['v'], 'properties': {"
              + "'child': {'$ref': '#/components/schemas/InAOrB'}, 'v': {'type': 'object',"
              + " 'required': ['b'], 'properties': {'b': {'type': 'string'}}}}},"
              + "'InAOrB': {'anyOf': [{'$ref': '#/components/schemas/InA'},"
              + " {'$ref': '#/components/schemas/InB'}]},"
              + "'ParentOrText': {'anyOf': [{'$ref': '#/components/schemas/Parent'},"
              + " {'type': 'string'}]}");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "PetOrText; {'kind':'c'}; Cat",
        "PetOrText; {'kind':'d'}; Dog",
        "PetOrText; 'text'; String",
        "Beast; {'kind':'d'}; Dog",
        "Beast; {'kind':'cow'}; Cow",
        "Inline; 'a'; String",
        "Inline; 5; Long",
        "Inline; true; Boolean",
        "Inline; [1]; LongList",
        "Value; [[1.5,'a'],{'b':[]}]; ValueList",
        "Value; {'a':{'b':'c'}}; ValueMap",
        "ValueOrNull; [1,null]; ValueOrNullList",
        "ValueOrNull; {'a':null,'b':[null]}; ValueOrNullMap",
        "NullInside; [null,['a',null]]; NullInsideList",
        "Itself; true; Boolean",
        "A; 5; Long",
        "A; 'x'; String",
        "B; 5; Long",
        "ParentOrText; {'kind':'Child','x':1}; Child",
        "ParentOrText; {'kind':'?','x':1}; ParentBase",
      })
  void areRead(String union, String json, String label) {
    Object value = MODELS.read(union, json);

    assertEquals(true, call(value, "is" + label));
    assertEquals(json, MODELS.write(value));
  }

  private static String nested(int depth) {
    String inner = "{'v':{'b':'x'}}";
    for (int i = 0; i < depth; i++) {
      inner = "{'child':" + inner + ",'v':{'b':'x'}}";
    }
    return inner;
  }

  @Test
  void alternativesThatDifferOnlyDeepInsideAreToldApart() {
    Object value = MODELS.read("InAOrB", nested(8));

    assertEquals(true, call(value, "isInB"));
    assertEquals(nested(8), MODELS.write(value));
  }

  /** Without a bound it would not end: the work doubles with each level. */
  @Test
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whatTakesTooManyTriesIsKeptRaw() {
    Object value = MODELS.read("InAOrB", nested(60));

    assertEquals(true, call(value, "isUnknown"));
    assertEquals(nested(60), MODELS.write(value));
  }
}
