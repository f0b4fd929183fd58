package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonDataException;
import io.github.datalab4j.generator.testing.Documents;
import io.github.datalab4j.generator.testing.GeneratedModels;
import io.github.datalab4j.generator.type.JavaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Java allows 255 parameters a constructor, and 64 KB a method. */
final class WideModelTest {
  private static final int FIELDS = 1200;
  private static final GeneratedModels MODELS = GeneratedModels.of(Documents.ofSchemas(schemas()));

  private static Map<String, Object> schemas() {
    Map<String, Object> schemas = new LinkedHashMap<>();
    schemas.put("Wide", wide(FIELDS));
    schemas.put("TooWide", wide(2000));
    schemas.put("Defaults", defaults(1400));
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      values.add("value number " + i);
    }
    String huge = "x".repeat(40_000);
    schemas.put("Huge", Map.of("type", "string", "enum", List.of(huge, "y")));
    schemas.put(
        "Named",
        Map.of(
            "type",
            "object",
            "description",
            huge,
            "properties",
            Map.of(
                huge,
                Map.of("type", "string"),
                "text",
                Map.of("type", "string", "default", huge, "title", huge))));
    schemas.put("Long", Map.of("type", "string", "enum", values));
    return schemas;
  }

  private static Map<String, Object> defaults(int fields) {
    Map<String, Object> properties = new LinkedHashMap<>();
    Map<String, Object> list =
        Map.of("type", "array", "items", Map.of("type", "string"), "default", List.of("a", "b"));
    for (int i = 0; i < fields; i++) {
      properties.put("list_" + i, list);
    }
    return Map.of(
        "type", "object", "properties", properties, "required", List.copyOf(properties.keySet()));
  }

  private static Map<String, Object> wide(int fields) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < fields; i++) {
      List<String> types = List.of("string", "integer", "number", "boolean");
      String type = types.get(i % 4);
      properties.put(
          "property_" + i,
          Map.of("type", i % 3 == 0 ? List.of(type, "null") : type, "description", "Number " + i));
    }
    return Map.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        List.of("property_1", "property_0"));
  }

  @Test
  void keepsItsValues() {
    String json = "{'property_0':null,'property_1':5,'property_3':null,'property_1199':true,'x':1}";
    Object value = MODELS.read("Wide", json);

    assertEquals(5L, call(value, "property1"));
    assertEquals(true, call(value, "hasProperty3"));
    assertEquals(false, call(value, "hasProperty6"));
    assertEquals(json, MODELS.write(value));
    assertEquals(value, call(call(value, "toBuilder"), "build"));
    assertEquals(value.hashCode(), MODELS.read("Wide", json).hashCode());
  }

  @Test
  void missesWhatIsRequired() {
    assertThrows(JsonDataException.class, () -> MODELS.read("Wide", "{'property_0':null}"));
    assertThrows(JsonDataException.class, () -> MODELS.read("Wide", "{'property_1':5}"));
    assertThrows(
        IllegalStateException.class, () -> call(call(MODELS.builder("Wide"), "build"), "x"));
  }

  @Test
  void hasRoomForManyDefaults() {
    Object value = call(MODELS.builder("Defaults"), "build");

    assertEquals(List.of("a", "b"), call(value, "list1399"));
  }

  @Test
  void differsByAnyField() {
    assertNotEquals(
        MODELS.read("Wide", "{'property_0':null,'property_1':5}"),
        MODELS.read("Wide", "{'property_0':null,'property_1':5,'property_1199':false}"));
  }

  @Test
  void beyondReasonItIsAMap() {
    assertEquals(JavaType.map(JavaType.FREE_FORM), MODELS.types().resolveComponent("TooWide"));
    assertTrue(MODELS.findings().report().contains("TooWide: more than 1500 properties"));
  }

  @Test
  void hugeTextsAreLeftOut() {
    String json = "{'text':'a','" + "x".repeat(40_000) + "':'b'}";

    assertEquals(JavaType.STRING, MODELS.types().resolveComponent("Huge"));
    assertEquals(json, MODELS.roundTrip("Named", json));
  }

  @Test
  void enumsMayBeLong() {
    Object constant = MODELS.constant("LongModel", "VALUE_NUMBER_1499");

    assertEquals("value number 1499", constant.toString());
  }
}
