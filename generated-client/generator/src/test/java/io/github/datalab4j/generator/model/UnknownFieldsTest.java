package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import io.github.datalab4j.generator.testing.GeneratedModels;
import io.github.datalab4j.generator.type.JavaType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the document does not name, or leaves open, is kept and written back. */
final class UnknownFieldsTest {
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Open': {'type': 'object', 'properties': {'a': {'type': 'string'}, 'any': {}}},"
              + "'Closed': {'type': 'object', 'additionalProperties': false,"
              + " 'properties': {'a': {'type': 'string'}}},"
              + "'Typed': {'type': 'object', 'additionalProperties': {'type': 'integer'},"
              + " 'properties': {'a': {'type': 'string'}}},"
              + "'TypedOrNull': {'type': 'object', 'properties': {'a': {'type': 'string'}},"
              + " 'additionalProperties': {'anyOf': [{'$ref': '#/components/schemas/Open'},"
              + " {'type': 'null'}]}},"
              + "'Patterns': {'type': 'object', 'patternProperties': {'^x-': {'type': 'string'}},"
              + " 'additionalProperties': {'type': 'integer'}},"
              + "'PatternsBeside': {'type': 'object', 'properties': {'id': {'type': 'boolean'}},"
              + " 'patternProperties': {'^x-': {'type': 'string'}},"
              + " 'additionalProperties': {'type': 'integer'}},"
              + "'PatternAndAny': {'type': 'object', 'patternProperties': {'^x-': {'type':"
              + " 'string'}}, 'additionalProperties': true},"
              + "'SamePattern': {'type': 'object', 'properties': {'id': {'type': 'boolean'}},"
              + " 'patternProperties': {'^x-': {'type': 'integer'}},"
              + " 'additionalProperties': {'type': 'integer'}},"
              + "'Lists': {'type': 'object', 'properties': {'a': {'type': 'string'}},"
              + " 'additionalProperties': {'type': 'array', 'items': {'type': 'string'}}}");

  @Test
  void unknownFieldsComeBackBehindTheKnownOnes() {
    assertEquals(
        "{'a':'x','b':{'c':[1,null,true]},'d':null}",
        MODELS.roundTrip("Open", "{'b':{'c':[1,null,true]},'d':null,'a':'x'}"));
  }

  @Test
  void unknownFieldsAreKeptEvenWhereTheDocumentRulesThemOut() {
    assertEquals("{'a':'x','b':1}", MODELS.roundTrip("Closed", "{'a':'x','b':1}"));
  }

  @Test
  void wholeNumbersStayWhole() {
    assertEquals(9007199254740993L, any("9007199254740993"));
    assertEquals(new BigInteger("99999999999999999999"), any("99999999999999999999"));
    assertEquals(Long.MIN_VALUE, any("-9223372036854775808"));
  }

  @Test
  void decimalsAreDoublesWhereThatChangesNothing() {
    assertEquals(1.5, any("1.5"));
    assertEquals(0.1, any("0.1"));
    assertEquals(0.1, any("0.10"));
    assertEquals(-0.0, any("-0.0"));
    assertEquals(-0.0, any("-0.00"));
    assertEquals(new BigDecimal("1e-400"), any("1e-400"));
    assertEquals(1e10, any("1.0E10"));
    assertEquals(1e300, any("1e300"));
    assertEquals(new BigDecimal("0.1000000000000000055"), any("0.1000000000000000055"));
    assertEquals(new BigDecimal("1e400"), any("1e400"));
  }

  @Test
  void absurdNumbersAreRefused() {
    String digits = String.join("", Collections.nCopies(2000, "9"));

    assertThrows(JsonDataException.class, () -> any(digits));
    assertThrows(JsonDataException.class, () -> any("1e99999999999"));
    assertThrows(JsonDataException.class, () -> any("-1e-2147483649"));
  }

  @Test
  void freeFormValuesAreImmutable() {
    List<?> list = assertInstanceOf(List.class, any("[1]"));
    Map<?, ?> map = assertInstanceOf(Map.class, any("{'a':1}"));

    assertThrows(UnsupportedOperationException.class, list::clear);
    assertThrows(UnsupportedOperationException.class, map::clear);
  }

  @Test
  void typedFurtherFieldsAreTyped() {
    Object typed = MODELS.read("Typed", "{'a':'x','b':1}");

    assertEquals(Collections.singletonMap("b", 1L), call(typed, "additionalProperties"));
    assertThrows(JsonDataException.class, () -> MODELS.read("Typed", "{'b':'text'}"));
    assertEquals("{'a':'x','b':1}", MODELS.write(typed));
  }

  @Test
  void typedFurtherFieldsMayBeObjectsOrNull() {
    String json = "{'b':{'a':'y'},'c':null}";

    assertEquals(json, MODELS.roundTrip("TypedOrNull", json));
  }

  @Test
  void fieldsTypedByPatternsThatDifferAreFreeForm() throws IOException {
    JavaType map = MODELS.types().resolveComponent("Patterns");
    JavaType any = MODELS.types().resolveComponent("PatternAndAny");
    String json = "{\"a\":1,\"x-q\":\"1\"}";
    JsonAdapter<Object> adapter = MODELS.adapter(map);

    assertEquals(JavaType.map(JavaType.FREE_FORM), map);
    assertEquals(JavaType.map(JavaType.FREE_FORM), any);
    assertEquals(json, adapter.toJson(adapter.fromJson(json)));
    assertEquals(
        "{'id':true,'a':1,'x-q':'1'}",
        MODELS.roundTrip("PatternsBeside", "{'id':true,'a':1,'x-q':'1'}"));
    assertEquals(
        "given up on (3)\n"
            + "  PatternAndAny: patterns of names with types that differ: further fields are"
            + " free-form\n"
            + "  Patterns: patterns of names with types that differ: further fields are free-form\n"
            + "  PatternsBeside: patterns of names with types that differ: further fields are"
            + " free-form\n",
        MODELS.findings().report());
  }

  @Test
  void fieldsTypedByAPatternAsAllOthersAreTyped() {
    Object typed = MODELS.read("SamePattern", "{'x-a':1,'b':2}");

    assertEquals(Map.of("x-a", 1L, "b", 2L), call(typed, "additionalProperties"));
    assertThrows(JsonDataException.class, () -> MODELS.read("SamePattern", "{'b':'text'}"));
  }

  @Test
  void furtherListsAreCopied() {
    List<String> list = new ArrayList<>(Arrays.asList("x"));
    Object builder = call(MODELS.builder("Lists"), "putAdditionalProperty", "b", list);
    list.add("y");

    assertEquals("{'b':['x']}", MODELS.write(call(builder, "build")));
  }

  @Test
  void theBuilderTakesUnknownFieldsButNotKnownOnes() {
    Object builder = MODELS.builder("Open");
    call(builder, "putAdditionalProperty", "b", 5);

    assertEquals("{'b':5}", MODELS.write(call(builder, "build")));
    assertThrows(
        IllegalArgumentException.class, () -> call(builder, "putAdditionalProperty", "a", 5));
  }

  @Test
  void whatIsNoJsonIsRefusedByTheBuilder() {
    Object builder = MODELS.builder("Open");

    assertThrows(IllegalArgumentException.class, () -> call(builder, "any", new Object()));
    assertThrows(IllegalArgumentException.class, () -> call(builder, "any", Double.NaN));
  }

  @Test
  void numbersGivenToTheBuilderEqualThoseRead() {
    Object built = call(call(MODELS.builder("Open"), "any", 5), "build");

    assertEquals(MODELS.read("Open", "{'any':5}"), built);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 8, 9, 40})
  void howeverManyTheyComeBackInTheirOrder(int count) {
    String json =
        IntStream.range(0, count)
            .mapToObj(i -> "'f" + (count - i) + "':" + i)
            .collect(Collectors.joining(",", "{", "}"));
    Object read = MODELS.read("Open", json);
    Map<?, ?> fields = assertInstanceOf(Map.class, call(read, "additionalProperties"));

    assertEquals(json, MODELS.write(read));
    assertEquals(new HashMap<>(fields), fields);
    assertEquals(fields, new HashMap<>(fields));
    assertEquals((long) count - 1, fields.get("f1"));
    assertFalse(fields.containsKey("f0"));
    assertNull(fields.get("f0"));
    assertNull(fields.get(null));
    assertEquals(read, call(call(read, "toBuilder"), "build"));
  }

  @Test
  void ofTwoEqualUnknownNamesTheLastCounts() {
    assertEquals("{'b':3,'c':2}", MODELS.roundTrip("Open", "{'b':1,'c':2,'b':3}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'b':1}", "{'b':1,'c':2,'d':3,'e':4,'f':5,'g':6,'h':7,'i':8,'j':9}"})
  void nobodyCanChangeThem(String json) {
    Object read = MODELS.read("Open", json);
    Map<Object, Object> fields = fieldsOf(read);
    Iterator<Map.Entry<Object, Object>> entries = fields.entrySet().iterator();
    Map.Entry<Object, Object> first = entries.next();

    assertThrows(UnsupportedOperationException.class, () -> fields.put("k", 1));
    assertThrows(UnsupportedOperationException.class, () -> fields.remove("b"));
    assertThrows(UnsupportedOperationException.class, fields::clear);
    assertThrows(UnsupportedOperationException.class, entries::remove);
    assertThrows(UnsupportedOperationException.class, () -> first.setValue(2));
    entries.forEachRemaining(entry -> {});
    assertThrows(NoSuchElementException.class, entries::next);
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> fieldsOf(Object read) {
    return (Map<Object, Object>) call(read, "additionalProperties");
  }

  @Test
  void noUnknownFieldsCostNothing() {
    Object one = call(MODELS.read("Open", "{}"), "additionalProperties");

    assertSame(one, call(MODELS.read("Open", "{'a':'x'}"), "additionalProperties"));
    assertTrue(((Map<?, ?>) one).isEmpty());
  }

  private static Object any(String json) {
    return call(MODELS.read("Open", "{'any':" + json + "}"), "any");
  }
}
