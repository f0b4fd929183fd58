package io.github.datalab4j.generator.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.testing.GeneratedModels;
import io.github.datalab4j.generator.type.JavaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has no type in Java is free-form, keeps its values, and stands in the report. */
final class DegradedTest {
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Pet': {'type': 'object', 'properties': {"
              + "'any_or_null': {'anyOf': [{}, {'type': 'null'}]},"
              + "'only_null': {'type': 'null'}, 'only_null_list': {'type': ['null']},"
              + "'yes': true, 'no': false,"
              + "'any_or_text': {'anyOf': [{}, {'type': 'string'}]},"
              + "'constant': {'const': {'a': 1}}, 'constant_list': {'const': [1]},"
              + "'tuple': {'type': 'array', 'prefixItems': [{'type': 'string'},"
              + " {'type': 'integer'}], 'items': false},"
              + "'nowhere': {'$ref': '#/components/schemas/Missing'},"
              + "'elsewhere': {'$ref': '#/components/schemas/Pet/properties/yes'},"
              + "'negated': {'not': {'type': 'string'}},"
              + "'condition': {'if': {'type': 'string'}, 'then': {'minLength': 1}},"
              + "'patterns': {'type': 'object', 'patternProperties': {'^x': {'type': 'integer'}}},"
              + "'required_only': {'type': 'object', 'properties': {'a': {'type': 'string'},"
              + " 'b': {'type': 'string'}}, 'anyOf': [{'required': ['a']}, {'required': ['b']}]},"
              + "'rules': {'type': 'string', 'anyOf': [{'minLength': 3}, {'pattern': 'x'}]},"
              + "'ref_with_siblings': {'$ref': '#/components/schemas/Text', 'description': 'd',"
              + " 'default': 'e'},"
              + "'null_in_reference': {'$ref': '#/components/schemas/Text', 'type': ['string',"
              + " 'null']},"
              + "'unknown_type': {'type': 'file'}, 'nothing': {'enum': [null]},"
              + "'untyped_list': {'items': {'type': 'integer'}},"
              + "'untyped_object': {'properties': {'a': {'type': 'integer'}}},"
              + "'binary': {'type': 'string', 'format': 'binary'},"
              + "'media': {'type': 'string', 'contentMediaType': 'application/octet-stream'}}},"
              + "'Text': {'type': 'string'}, 'Yes': true, 'No': false,"
              + "'UsesYes': {'type': 'object', 'properties': {'a': {'$ref':"
              + " '#/components/schemas/Yes'}}}");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "any_or_null; [null,1]",
        "only_null; null",
        "only_null_list; null",
        "yes; {'a':1}",
        "no; 5",
        "any_or_text; 5",
        "constant; {'a':1}",
        "constant_list; [1]",
        "tuple; ['a',1]",
        "nowhere; 'x'",
        "elsewhere; 'x'",
        "negated; 5",
        "condition; 'x'",
        "patterns; {'x1':1}",
        "required_only; {'b':'x'}",
        "rules; 'abc'",
        "unknown_type; 'x'",
        "nothing; null",
        "untyped_list; [1]",
        "untyped_object; {'a':1}",
        "null_in_reference; null",
        "binary; 'x'",
        "media; 'x'",
      })
  void keepsItsValues(String field, String value) {
    String json = "{'" + field + "':" + value + "}";

    assertEquals(json, MODELS.roundTrip("Pet", json));
  }

  @Test
  void standsInTheReport() {
    assertEquals(
        String.join(
            "\n",
            "given up on (8)",
            "  Pet.any_or_text: an alternative takes anything: free-form JSON",
            "  Pet.constant: a constant list or object: free-form JSON",
            "  Pet.constant_list: a constant list or object: free-form JSON",
            "  Pet.no: allows no value: free-form",
            "  Pet.nothing: only null: free-form",
            "  Pet.only_null: only null: free-form",
            "  Pet.only_null_list: only null: free-form",
            "  Pet.tuple: a type for each place of a list: list of free-form JSON",
            "wrong in the document (2)",
            "  Pet.nowhere: #/components/schemas/Missing is not in the document: free-form JSON",
            "  UsesYes.a: #/components/schemas/Yes is not in the document: free-form JSON",
            ""),
        MODELS.findings().report());
  }

  @Test
  void rulesBesideATypeDoNotChangeIt() throws Exception {
    assertEquals(String.class, MODELS.type("Pet").getMethod("rules").getReturnType());
    assertTrue(MODELS.has("PetRequiredOnly"));
  }

  @Test
  void aNamedScalarIsNoClass() {
    assertEquals(JavaType.STRING, MODELS.types().resolveComponent("Text"));
  }
}
