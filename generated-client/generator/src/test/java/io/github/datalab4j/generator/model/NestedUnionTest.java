package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.generator.testing.GeneratedModels;
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
              + "'Itself': {'oneOf': [{'type': 'string'}, {'type': 'boolean'},"
              + " {'$ref': '#/components/schemas/Itself'}]},"
              + "'A': {'anyOf': [{'$ref': '#/components/schemas/B'}, {'type': 'string'}]},"
              + "'B': {'anyOf': [{'$ref': '#/components/schemas/A'}, {'type': 'integer'}]},"
              + "'Parent': {'type': 'object', 'discriminator': {'propertyName': 'kind'},"
              + " 'properties': {'kind': {'type': 'string'}}},"
              + "'Child': {'allOf': [{'$ref': '#/components/schemas/Parent'},"
              + " {'properties': {'x': {'type': 'integer'}}}]},"
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
}
