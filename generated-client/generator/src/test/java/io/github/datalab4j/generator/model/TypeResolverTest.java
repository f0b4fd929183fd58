package io.github.datalab4j.generator.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.testing.Documents;
import io.github.datalab4j.generator.type.JavaType;
import io.github.datalab4j.generator.type.JavaType.Kind;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What operations ask of it. */
final class TypeResolverTest {
  private final OpenAPI document =
      Documents.ofSchemas(
          "'Mode': {'type': 'string', 'enum': ['a', 'b']},"
              + "'Pet': {'type': 'object', 'properties': {'mode': {'type': 'string', 'enum':"
              + " ['x', 'y']}}},"
              + "'Pets': {'type': 'array', 'items': {'$ref': '#/components/schemas/Pet'}},"
              + "'MaybePet': {'anyOf': [{'$ref': '#/components/schemas/Pet'}, {'type': 'null'}]},"
              + "'Files': {'type': 'array', 'items': {'type': 'string', 'format': 'binary'}},"
              + "'File31': {'type': 'string', 'contentMediaType': 'application/octet-stream'},"
              + "'Encoded': {'type': 'string', 'contentMediaType': 'image/png',"
              + " 'contentEncoding': 'base64'},"
              + "'JsonText': {'type': 'string', 'contentMediaType': 'application/json'},"
              + "'Int': {'type': 'integer', 'format': 'int32'},"
              + "'Unsigned': {'type': 'integer', 'format': 'int32', 'maximum': 4294967295},"
              + "'Below': {'type': 'integer', 'format': 'int32', 'exclusiveMinimum': -2147483649},"
              + "'Small': {'type': 'integer', 'format': 'int32', 'maximum': 2147483647},"
              + "'Unsigned64': {'type': 'integer', 'format': 'uint64', 'maximum':"
              + " 18446744073709551615},"
              + "'Huge': {'type': 'integer', 'minimum': -1e30},"
              + "'Rounded': {'type': 'integer', 'format': 'int64', 'maximum': 9223372036854776000},"
              + "'Float': {'type': 'number', 'format': 'float'},"
              + "'When': {'type': 'string', 'format': 'date-time'}");
  private final Findings findings = new Findings();
  private final TypeResolver types = new TypeResolver(document, findings);

  private JavaType type(String component) {
    return types.resolve(
        new Schema<>().$ref("#/components/schemas/" + component), "getPets", "param");
  }

  private static Schema<?> enumOfTwo() {
    Schema<Object> schema = new Schema<>();
    schema.setType("string");
    schema.setEnum(List.of("p", "q"));
    return schema;
  }

  private String models() {
    return types.models().stream().map(ModelSpec::className).collect(Collectors.joining(" "));
  }

  @Test
  void aClassIsMadeWhenItIsNeeded() {
    assertEquals("", models());
    assertEquals(JavaType.list(JavaType.model(Kind.OBJECT, "Pet")), type("Pets"));
    assertEquals("Pet PetMode", models());
  }

  @Test
  void aNameForAnotherTypeIsThatType() {
    assertEquals(JavaType.model(Kind.OBJECT, "Pet").withNullable(true), type("MaybePet"));
    assertEquals(JavaType.STRING, type("When"));
  }

  @Test
  void numbersAreAsWideAsTheDocumentNeeds() {
    assertEquals(JavaType.scalar(Kind.INT), type("Int"));
    assertEquals(JavaType.scalar(Kind.DOUBLE), type("Float"));
  }

  @Test
  void aBoundBeyond32BitsCountsMoreThanTheFormat() {
    assertEquals(JavaType.scalar(Kind.LONG), type("Unsigned"));
    assertEquals(JavaType.scalar(Kind.LONG), type("Below"));
    assertEquals(JavaType.scalar(Kind.INT), type("Small"));
  }

  @Test
  void aBoundBeyond64BitsNeedsFreeFormJson() {
    assertEquals(JavaType.FREE_FORM, type("Unsigned64"));
    assertEquals(JavaType.FREE_FORM, type("Huge"));
    assertEquals(JavaType.scalar(Kind.LONG), type("Rounded"));
    assertTrue(findings.report().contains("Unsigned64: whole numbers beyond 64 bits"));
  }

  @Test
  void filesAreToldByFormatOrMediaType() {
    assertTrue(type("Files").isBinaryList());
    assertTrue(type("File31").isBinary());
    assertEquals(JavaType.STRING, type("Encoded"));
    assertEquals(JavaType.STRING, type("JsonText"));
  }

  @Test
  void anInlineSchemaIsNamedAfterOwnerAndMember() {
    Schema<?> schema = enumOfTwo();

    assertEquals("ListPetsSortBy", types.resolve(schema, "list_pets", "sort-by").modelName());
  }

  @Test
  void theSameSchemaAtTheSamePlaceIsTheSameClass() {
    Schema<?> schema = enumOfTwo();

    assertEquals(types.resolve(schema, "op", "p"), types.resolve(schema, "op", "p"));
    assertEquals("OpP", models());
  }

  @Test
  void anotherSchemaOfTheSameNameGetsANumber() {
    for (int i = 0; i < 2; i++) {
      Schema<?> schema = enumOfTwo();

      types.resolve(schema, "Pet", "mode");
    }

    assertEquals("PetMode PetMode2", models());
  }

  @Test
  void noSchemaIsAnyJson() {
    assertEquals(JavaType.FREE_FORM, types.resolve(null, "op", "p"));
  }

  @Test
  void valuesOfTheDocumentAreExpressions() {
    assertEquals("\"a\"", types.expression(JavaType.STRING, "a", "here"));
    assertEquals("Mode.A", types.expression(type("Mode"), "a", "here"));
    assertEquals("5L", types.expression(JavaType.scalar(Kind.LONG), 5L, "here"));
    assertNull(types.expression(JavaType.scalar(Kind.LONG), "a", "here"));
    assertNull(types.expression(JavaType.STRING, null, "here"));
  }

  @Test
  void aComponentThatIsNotThereIsAMistakeOfTheCaller() {
    assertThrows(IllegalArgumentException.class, () -> types.resolveComponent("Missing"));
  }

  @Test
  void aModelCanBeLookedUp() {
    type("Pet");

    assertEquals("Pet", types.model("Pet").origin());
    assertNull(types.model("Missing"));
  }
}
