package io.github.datalab4j.generator.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Types;
import io.github.datalab4j.generator.testing.GeneratedModels;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an interface may name as its result, as Moshi is asked for it. */
final class ModelJsonAdaptersTest {
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Pet': {'type': 'object', 'properties': {'a': {'type': 'string'}}},"
              + "'Mode': {'type': 'string', 'enum': ['x', 'y']}");

  private static Object read(Type type, String json) throws IOException {
    return MODELS.moshi().adapter(type).fromJson(json);
  }

  @Test
  void scalarsAreStrict() throws IOException {
    assertEquals("5", read(String.class, "\"5\""));
    assertThrows(JsonDataException.class, () -> read(String.class, "5"));
    assertThrows(JsonDataException.class, () -> read(Long.class, "\"5\""));
    assertThrows(JsonDataException.class, () -> read(int.class, "\"5\""));
    assertThrows(JsonDataException.class, () -> read(Double.class, "\"5\""));
    assertThrows(JsonDataException.class, () -> read(Boolean.class, "\"true\""));
    assertEquals(5L, read(Object.class, "5"));
    assertEquals(MODELS.constant("Mode", "X"), read(MODELS.type("Mode"), "\"x\""));
  }

  @Test
  void listsAndMapsHoldModels() throws IOException {
    Type list = Types.newParameterizedType(List.class, MODELS.type("Pet"));
    Type map = Types.newParameterizedType(Map.class, String.class, list);

    assertEquals(List.of(MODELS.read("Pet", "{'a':'x'}")), read(list, "[{\"a\":\"x\"}]"));
    assertEquals(Map.of("k", List.of()), read(map, "{\"k\":[]}"));
  }

  @Test
  void listsTakeNoNullUnlessMarked() throws IOException {
    Type list = Types.newParameterizedType(List.class, String.class);

    assertThrows(JsonDataException.class, () -> read(list, "[null]"));
    JsonAdapter<Object> marked = MODELS.moshi().adapter(list, mark());
    assertEquals(Arrays.asList("a", null), marked.fromJson("[\"a\",null]"));
    assertEquals("[null]", marked.toJson(Collections.singletonList(null)));
  }

  @Test
  void theMarkReachesListsInLists() throws IOException {
    Type list =
        Types.newParameterizedType(
            List.class, Types.newParameterizedType(Map.class, String.class, Long.class));
    JsonAdapter<Object> marked = MODELS.moshi().adapter(list, mark());

    assertEquals("[null,{\"a\":null}]", marked.toJson(marked.fromJson("[null,{\"a\":null}]")));
  }

  @SuppressWarnings("unchecked")
  private static Class<? extends Annotation> mark() {
    return (Class<? extends Annotation>) MODELS.type("NullableElements");
  }

  @Test
  void valuesOfMapsAreReadLikeText() {
    JsonAdapter<?> pet = MODELS.moshi().adapter(MODELS.type("Pet"));
    Map<String, Object> json = Map.of("a", "x", "u", Map.of("n", 5L));
    Object read = pet.fromJsonValue(json);

    assertEquals(MODELS.read("Pet", "{'a':'x','u':{'n':5}}"), read);
  }

  @Test
  void wildcardsAreTheirBounds() throws IOException {
    Type list = Types.newParameterizedType(List.class, Types.subtypeOf(String.class));

    assertEquals(List.of("a"), read(list, "[\"a\"]"));
  }

  @Test
  void freeFormListsTakeNull() throws IOException {
    Type list = Types.newParameterizedType(List.class, Object.class);

    assertEquals(Arrays.asList(1L, null), read(list, "[1,null]"));
  }

  @Test
  void aTypeOfSomebodyElseIsLeftToOthers() {
    Type unknown = Types.newParameterizedType(java.util.Set.class, String.class);

    assertNotSame(null, MODELS.moshi().adapter(unknown));
    assertThrows(IllegalArgumentException.class, () -> MODELS.moshi().adapter(Thread.class));
  }
}
