package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.squareup.moshi.JsonDataException;
import io.github.datalab4j.generator.testing.GeneratedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiscriminatorTest {
  private static final String PET =
      "{'type': 'object', 'required': ['kind'], 'properties': {'kind': {'type': 'string'},"
          + " 'n': {'type': 'integer'}}}";

  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          ("'Cat': " + PET + ", 'Dog': " + PET)
              + ", 'Mapped': {'oneOf': [{'$ref': '#/components/schemas/Cat'},"
              + " {'$ref': '#/components/schemas/Dog'}], 'discriminator': {'propertyName': 'kind',"
              + " 'mapping': {'cat': '#/components/schemas/Cat', 'tiger':"
              + " '#/components/schemas/Cat', 'dog': 'Dog'}}}"
              + ", 'Implicit': {'anyOf': [{'$ref': '#/components/schemas/Cat'},"
              + " {'$ref': '#/components/schemas/Dog'}],"
              + " 'discriminator': {'propertyName': 'kind'}}"
              + ", 'Fruit': {'type': 'object', 'required': ['kind'], 'properties': {'kind':"
              + " {'$ref': '#/components/schemas/FruitKind'}}, 'oneOf': [{'$ref':"
              + " '#/components/schemas/Apple'}, {'$ref': '#/components/schemas/Pear'}],"
              + " 'discriminator': {'propertyName': 'kind', 'mapping': {'apple':"
              + " '#/components/schemas/Apple', 'pear': '#/components/schemas/Pear'}}}"
              + ", 'FruitKind': {'type': 'string', 'enum': ['apple', 'pear']}"
              + ", 'Apple': {'type': 'object', 'properties': {'seeds': {'type': 'integer'}}}"
              + ", 'Pear': {'type': 'object', 'properties': {'seeds': {'type': 'integer'}}}"
              + ", 'Animal': {'type': 'object', 'required': ['type'], 'discriminator':"
              + " {'propertyName': 'type', 'mapping': {'b': '#/components/schemas/Bird'}},"
              + " 'properties': {'type': {'type': 'string'}}}"
              + ", 'Bird': {'allOf': [{'$ref': '#/components/schemas/Animal'},"
              + " {'type': 'object', 'properties': {'wings': {'type': 'integer'}}}]}"
              + ", 'Sized': {'type': 'object', 'required': ['type'], 'discriminator':"
              + " {'propertyName': 'type'}, 'properties': {'type': {'type': 'string'},"
              + " 'size': {'type': 'integer'}}}"
              + ", 'Small': {'allOf': [{'$ref': '#/components/schemas/Sized'}]}"
              + ", 'Worm': {'allOf': [{'$ref': '#/components/schemas/Animal'}]}"
              + ", 'Cyclic': {'type': 'object', 'required': ['t'], 'properties': {'t': {'type':"
              + " 'string'}}, 'discriminator': {'propertyName': 't'}, 'oneOf': [{'$ref':"
              + " '#/components/schemas/One'}, {'$ref': '#/components/schemas/Two'}]}"
              + ", 'One': {'allOf': [{'$ref': '#/components/schemas/Cyclic'}, {'type': 'object',"
              + " 'properties': {'one': {'type': 'integer'}}}]}"
              + ", 'Two': {'allOf': [{'$ref': '#/components/schemas/Cyclic'}, {'type': 'object',"
              + " 'properties': {'two': {'type': 'integer'}}}]}"
              + ", 'ByNumber': {'oneOf': [{'$ref': '#/components/schemas/V1'},"
              + " {'$ref': '#/components/schemas/V2'}], 'discriminator': {'propertyName': 'v',"
              + " 'mapping': {'1': '#/components/schemas/V1', '2': '#/components/schemas/V2'}}}"
              + ", 'Figure': {'oneOf': [{'$ref': '#/components/schemas/Circle'},"
              + " {'$ref': '#/components/schemas/Square'}], 'discriminator': {'propertyName':"
              + " 'shape', 'mapping': {'round': '#/components/schemas/Circle'}}}"
              + ", 'Circle': {'type': 'object', 'required': ['radius'],"
              + " 'properties': {'radius': {'type': 'integer'}}}"
              + ", 'Square': {'type': 'object', 'required': ['side'],"
              + " 'properties': {'side': {'type': 'integer'}}}"
              + ", 'Told': {'oneOf': [{'$ref': '#/components/schemas/Mouse'},"
              + " {'$ref': '#/components/schemas/Rat'}, {'title': 'Hamster', 'type': 'object',"
              + " 'properties': {'kind': {'const': 'ham'}}}],"
              + " 'discriminator': {'propertyName': 'kind'}}"
              + ", 'Mouse': {'type': 'object', 'properties': {'kind': {'enum': ['mouse']}}}"
              + ", 'Rat': {'type': 'object', 'properties': {'kind': {'const': 'rat'}}}"
              + ", 'V1': {'type': 'object', 'properties': {'v': {'type': 'integer'}}}"
              + ", 'V2': {'type': 'object', 'properties': {'v': {'type': 'integer'}}}");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "Mapped; {'kind':'cat','n':1}; Cat",
        "Mapped; {'kind':'tiger'}; Cat",
        "Mapped; {'kind':'dog'}; Dog",
        "Implicit; {'kind':'Dog'}; Dog",
        "Told; {'kind':'mouse'}; Mouse",
        "Told; {'kind':'rat'}; Rat",
        "Told; {'kind':'ham'}; ToldHamster",
        "Fruit; {'kind':'pear','seeds':2}; FruitPear",
        "Animal; {'type':'b','wings':2}; Bird",
        "Animal; {'type':'Worm'}; Worm",
        "Animal; {'type':'other','x':1}; AnimalBase",
        "Cyclic; {'t':'Two','two':2}; Two",
        "ByNumber; {'v':2}; V2",
      })
  void itsValueDecides(String union, String json, String label) {
    Object value = MODELS.read(union, json);

    assertEquals(true, call(value, "is" + label));
    assertEquals(json, MODELS.write(value));
  }

  @Test
  void anUnknownValueIsKeptRaw() {
    Object value = MODELS.read("Mapped", "{'kind':'cow','n':[1]}");

    assertEquals(true, call(value, "isUnknown"));
    assertEquals("{'kind':'cow','n':[1]}", MODELS.write(value));
  }

  @Test
  void whatTheUnionSaysOfAllAlternativesIsTypedInEach() {
    Object pear = call(MODELS.read("Fruit", "{'kind':'pear','seeds':2}"), "asFruitPear");

    assertEquals(MODELS.constant("FruitKind", "PEAR"), call(pear, "kind"));
    assertEquals(2L, call(pear, "seeds"));
  }

  @Test
  void childrenHaveTheFieldsOfTheirParent() {
    Object bird = MODELS.read("Bird", "{'type':'b','wings':2}");

    assertEquals("b", call(bird, "type"));
    assertEquals(2L, call(bird, "wings"));
  }

  @Test
  void theNameOfOneWithTheFieldsOfAnotherIsNeither() {
    String json = "{'kind':'apple','seeds':true}";
    String other = "{'shape':'round','side':1}";

    assertThrows(JsonDataException.class, () -> MODELS.read("Fruit", json));
    assertEquals(true, call(MODELS.read("Figure", other), "isUnknown"));
    assertEquals(other, MODELS.roundTrip("Figure", other));
  }

  @Test
  void whatItNamesTellsItsOwnErrorWithThePath() {
    JsonDataException error =
        assertThrows(
            JsonDataException.class, () -> MODELS.read("Mapped", "{'kind':'cat','n':'x'}"));

    assertEquals("Expected a whole number but was STRING at path $.n", error.getMessage());
  }

  @Test
  void aParentThatDoesNotFitAnUnknownValueKeepsItRaw() {
    String json = "{'type':'other','size':'large'}";

    assertEquals(true, call(MODELS.read("Sized", json), "isUnknown"));
    assertEquals(json, MODELS.roundTrip("Sized", json));
  }

  @Test
  void itNeedNotComeFirst() {
    assertEquals(true, call(MODELS.read("Mapped", "{'n':1,'x':{'y':[]},'kind':'dog'}"), "isDog"));
  }

  @Test
  void whereItIsAbsentTheFieldsDecide() {
    assertEquals(true, call(MODELS.read("ByNumber", "{}"), "isV1"));
  }
}
