package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.testing.GeneratedModels;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models as values: immutable, built, equal. */
final class BuilderTest {
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Pet': {'type': 'object', 'required': ['id', 'name', 'tags'], 'properties': {"
              + "'id': {'type': 'integer'}, 'name': {'type': 'string'},"
              + "'tags': {'type': 'array', 'items': {'type': 'string'}},"
              + "'grid': {'type': 'array', 'items': {'type': 'array', 'items': {'type':"
              + " 'integer'}}},"
              + "'meta': {'type': 'object', 'additionalProperties': true},"
              + "'weight': {'type': 'number'}, 'alive': {'type': 'boolean', 'deprecated': true,"
              + " 'description': 'Is it?'},"
              + "'pin': {'type': 'string', 'format': 'password'},"
              + "'code': {'type': 'integer', 'writeOnly': true}}}");

  private static Object builder() {
    Object builder = call(call(MODELS.builder("Pet"), "id", 1L), "name", "Rex");
    return call(builder, "tags", new ArrayList<>(Arrays.asList("a")));
  }

  @Test
  void namesTheRequiredValueThatIsMissing() {
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class,
            () -> call(call(MODELS.builder("Pet"), "id", 1L), "build"));

    assertEquals("Required value 'name' is not set", error.getMessage());
  }

  @Test
  void refusesNullForARequiredValue() {
    NullPointerException error =
        assertThrows(
            NullPointerException.class, () -> call(MODELS.builder("Pet"), "name", (Object) null));

    assertEquals("name", error.getMessage());
  }

  @Test
  void takesNullForAnOptionalOneAsAbsent() {
    Object pet = call(call(builder(), "weight", (Object) null), "build");

    assertEquals("{'id':1,'name':'Rex','tags':['a']}", MODELS.write(pet));
  }

  @Test
  void copiesListsAndMapsToTheBottom() {
    List<Long> row = new ArrayList<>(Arrays.asList(1L));
    Object pet = call(call(builder(), "grid", Collections.singletonList(row)), "build");
    row.add(2L);

    assertEquals(List.of(List.of(1L)), call(pet, "grid"));
    assertThrows(UnsupportedOperationException.class, () -> ((List<?>) call(pet, "grid")).clear());
    assertThrows(
        UnsupportedOperationException.class,
        () -> ((List<?>) ((List<?>) call(pet, "grid")).get(0)).clear());
  }

  @Test
  void whatWasReadIsImmutable() {
    Object pet = MODELS.read("Pet", "{'id':1,'name':'n','tags':['a'],'meta':{'a':[1]},'x':1}");

    assertThrows(UnsupportedOperationException.class, () -> ((List<?>) call(pet, "tags")).clear());
    assertThrows(
        UnsupportedOperationException.class, () -> ((Map<?, ?>) call(pet, "meta")).clear());
    assertThrows(
        UnsupportedOperationException.class,
        () -> ((Map<?, ?>) call(pet, "additionalProperties")).clear());
  }

  @Test
  void isEqualByValue() {
    Object pet = call(builder(), "build");
    Object read = MODELS.read("Pet", "{'id':1,'name':'Rex','tags':['a']}");

    assertEquals(pet, read);
    assertEquals(pet.hashCode(), read.hashCode());
    assertNotEquals(pet, call(call(call(pet, "toBuilder"), "weight", 1.5), "build"));
    assertNotEquals(pet, call(call(call(pet, "toBuilder"), "id", 2L), "build"));
    assertFalse(pet.equals("Rex"));
  }

  @Test
  void aChangedCopyLeavesTheOriginal() {
    Object pet = MODELS.read("Pet", "{'id':1,'name':'Rex','tags':[],'x':null}");
    Object other = call(call(call(pet, "toBuilder"), "name", "Max"), "build");

    assertEquals("Rex", call(pet, "name"));
    assertEquals("{'id':1,'name':'Max','tags':[],'x':null}", MODELS.write(other));
  }

  @Test
  void oneBuilderMayBuildTwice() {
    Object builder = builder();
    Object one = call(builder, "build");
    call(builder, "putAdditionalProperty", "x", "y");

    assertEquals(Map.of(), call(one, "additionalProperties"));
    assertEquals(Map.of("x", "y"), call(call(builder, "build"), "additionalProperties"));
  }

  @Test
  void textShowsWhatIsThereAndNoSecrets() {
    Object pet = MODELS.read("Pet", "{'id':1,'name':'n','tags':[],'pin':'1234','code':5678,'x':1}");

    assertEquals(
        "Pet{id=1, name=n, tags=[], pin=***, code=***, additionalProperties={x=1}}",
        pet.toString());
  }

  @Test
  void onlyTheClassAndItsBuilderArePublicAndFinal() {
    assertTrue(Modifier.isFinal(MODELS.type("Pet").getModifiers()));
    assertEquals(0, MODELS.type("Pet").getConstructors().length);
    assertEquals(0, MODELS.type("Pet").getFields().length);
    assertFalse(Modifier.isPublic(MODELS.type("PetJsonAdapter").getModifiers()));
  }

  @Test
  void deprecatedFieldsAreDeprecated() throws Exception {
    assertNotNull(MODELS.type("Pet").getMethod("alive").getAnnotation(Deprecated.class));
    assertTrue(MODELS.source("Pet").contains("Is it?"));
  }
}
