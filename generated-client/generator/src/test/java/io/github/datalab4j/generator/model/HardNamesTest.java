package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.testing.Documents;
import io.github.datalab4j.generator.testing.GeneratedModels;
import io.swagger.v3.oas.models.OpenAPI;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names that Java, Kotlin or the libraries have taken, and names that are one in Java. */
final class HardNamesTest {
  private static final String[] SCHEMAS = {
    "Body",
    "Path",
    "Query",
    "Part",
    "Field",
    "Header",
    "Types",
    "Moshi",
    "Object",
    "String",
    "List",
    "Map",
    "Override",
    "Builder",
    "Known",
    "Single",
    "Response",
    "Error",
    "Long",
    "Nullable",
    "StrictJson",
    "FreeFormJson",
    "ModelJsonAdapters",
    "class",
    "1st",
    "foo",
    "Foo",
    "FOO",
    "FooJsonAdapter",
    "a-b",
    "a_b",
    "aB",
    "Ünï",
    "名前",
    "..",
    "package-info",
    "Deprecated",
    "Objects",
    "Collections",
    "JsonReader",
    "ObjectChoice",
    "UnionTries",
    "Void",
    "Record",
    "con",
    "I"
  };

  private static final String[] PROPERTIES = {
    "true",
    "false",
    "null",
    "class",
    "getClass",
    "hashCode",
    "toString",
    "wait",
    "notify",
    "build",
    "builder",
    "toBuilder",
    "additionalProperties",
    "additional_properties",
    "reader",
    "writer",
    "value",
    "moshi",
    "name",
    "index",
    "other",
    "that_",
    "hash_",
    "text_",
    "present_0",
    "additional",
    "foo_bar",
    "fooBar",
    "foo-bar",
    "FooBar",
    "has_foo",
    "hasFoo",
    "foo",
    "@type",
    "type",
    "$ref",
    "_id",
    "id",
    "+1",
    "-1",
    "1",
    "",
    " ",
    "\u0000",
    "'",
    "\"",
    "\\\\",
    "*/",
    "名前",
    "object",
    "when",
    "fun",
    "in",
    "is",
    "equals",
    "clone",
    "finalize",
    "String",
    "List",
    "a".repeat(300),
    "this",
    "entry_",
    "shape",
    "read",
    "putAdditionalProperty",
    "serialVersionUID",
    "NAMES",
    "İ",
    "I"
  };

  private static final String[] NAMES_IN_ADAPTERS = {
    "ALL", "BitSet", "CHOICE", "CONSTANTS", "NAMES", "SCALARS", "UNKNOWN", "VALUES", "WildcardType"
  };

  /** Those with all of the properties. */
  private static final Set<String> FULL = Set.of("Body", "Object", "String", "Builder");

  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  private static OpenAPI document() {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String property : PROPERTIES) {
      fields.put(property, Map.of("type", List.of("string", "null")));
    }
    Map<String, Object> references = new LinkedHashMap<>();
    Map<String, Object> schemas = new LinkedHashMap<>();
    for (String schema : SCHEMAS) {
      boolean full = FULL.contains(schema);
      Map<String, Object> own = full ? fields : Map.of("a", Map.of("type", "string"));
      schemas.put(schema, Map.of("type", "object", "properties", own));
      references.put(schema, Map.of("$ref", "#/components/schemas/" + schema));
    }
    schemas.put("All", Map.of("type", "object", "properties", references));
    return Documents.ofSchemas(schemas);
  }

  @Test
  void allOfThemCompileAndKeepTheirValues() {
    GeneratedModels models = GeneratedModels.of(document());
    Map<String, String> values = new LinkedHashMap<>();
    for (String property : PROPERTIES) {
      values.put(property, "v");
    }
    String json = new ObjectMapper().valueToTree(values).toString();
    for (String type : new String[] {"BodyModel", "ObjectModel", "StringModel", "BuilderModel"}) {
      Object value = models.readExactly(type, json);

      assertEquals("v", call(value, "trueValue"));
      assertEquals("v", call(value, "classValue"));
      assertEquals(Map.of(), call(value, "additionalProperties"));
      assertEquals(value, call(call(value, "toBuilder"), "build"));
    }
  }

  @Test
  void noEnumOrUnionHidesWhatItsAdapterUses() {
    StringBuilder schemas = new StringBuilder("'Other': {'type': 'string'}");
    for (String name : NAMES_IN_ADAPTERS) {
      schemas.append(String.format(",'%s': {'type': 'string', 'enum': ['a', 'b']}", name));
    }
    assertAllKeepTheirValues(GeneratedModels.ofSchemas(schemas.toString()), "'a'");

    schemas = new StringBuilder("'A': {'type': 'object', 'properties': {'a': {'type': 'string'}}}");
    schemas.append(",'B': {'type': 'object', 'properties': {'b': {'type': 'string'}}}");
    for (String name : NAMES_IN_ADAPTERS) {
      schemas
          .append(String.format(",'%s': {'oneOf': [{'$ref': '#/components/schemas/A'},", name))
          .append("{'$ref': '#/components/schemas/B'}]}");
    }
    assertAllKeepTheirValues(GeneratedModels.ofSchemas(schemas.toString()), "{'b':'x'}");
  }

  @Test
  void noModelHidesWhatItsAdapterUses() {
    StringBuilder wide = new StringBuilder("'a': {'type': 'string'}");
    for (String name : NAMES_IN_ADAPTERS) {
      wide.append(String.format(",'%s': {'$ref': '#/components/schemas/%s'}", name, name));
    }
    for (int i = 0; i < 100; i++) {
      wide.append(String.format(",'f%d': {'type': 'string'}", i));
    }
    StringBuilder schemas = new StringBuilder("'Wide': {'properties': {" + wide + "}}");
    for (String name : NAMES_IN_ADAPTERS) {
      schemas.append(String.format(",'%s': {'type': 'object', 'properties': {", name));
      schemas.append("'a': {'type': 'string'}}}");
    }
    GeneratedModels models = GeneratedModels.ofSchemas(schemas.toString());

    assertAllKeepTheirValues(models, "{'a':'x'}");
    String all = "{'BitSet':{'a':'x'},'NAMES':{'a':'x'},'WildcardType':{'a':'x'}}";
    assertEquals(all, models.roundTrip("Wide", all));
  }

  private static void assertAllKeepTheirValues(GeneratedModels models, String json) {
    for (String name : NAMES_IN_ADAPTERS) {
      assertEquals(json, models.roundTrip(JavaNames.type(name), json), name);
    }
  }

  @Test
  void noMethodIsAKeyword() {
    String kotlin =
        "as break class continue do else false for fun if in interface is null object package"
            + " return super this throw true try typealias typeof val var when while";
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String keyword : kotlin.split(" ", -1)) {
      properties.put(keyword, Map.of("type", "string"));
    }
    GeneratedModels models =
        GeneratedModels.of(
            Documents.ofSchemas(Map.of("Pet", Map.of("type", "object", "properties", properties))));
    Map<String, String> values = new LinkedHashMap<>();
    properties.keySet().forEach(keyword -> values.put(keyword, "v"));

    Object pet = models.readExactly("Pet", new ObjectMapper().valueToTree(values).toString());

    for (Method method : pet.getClass().getMethods()) {
      assertFalse(properties.containsKey(method.getName()), method.getName());
      assertFalse(SourceVersion.isKeyword(method.getName()), method.getName());
    }
  }

  @Test
  void noTwoFilesDifferInCaseOnly() {
    Set<String> files = new HashSet<>();
    for (ModelSpec model : types().models()) {
      assertTrue(files.add(model.className().toLowerCase(Locale.ROOT)), model.className());
      assertTrue(files.add(model.adapterName().toLowerCase(Locale.ROOT)), model.adapterName());
    }
    assertEquals(2 * (SCHEMAS.length + 1), files.size());
  }

  @Test
  void namesDoNotDependOnTheLocale() {
    String before = names();
    Locale.setDefault(Locale.forLanguageTag("tr"));

    assertEquals(before, names());
  }

  private static TypeResolver types() {
    TypeResolver types = new TypeResolver(document(), new Findings());
    types.components().all().keySet().forEach(types::resolveComponent);
    return types;
  }

  private static String names() {
    return types().models().stream()
        .map(m -> m + ((ObjectModel) m).fields().toString())
        .collect(Collectors.joining("\n"));
  }
}
