package io.github.datalab4j.generator.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.type.JavaType.Kind;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class JavaTypeTest {
  private static final JavaType LONG = JavaType.scalar(Kind.LONG);
  private static final JavaType PET = JavaType.model(Kind.OBJECT, "Pet");

  @Test
  void scalarsArePrimitiveUnlessNull() {
    assertEquals("long", LONG.required());
    assertEquals("@Nullable Long", LONG.optional());
    assertEquals("@Nullable Long", LONG.withNullable(true).required());
    assertEquals("String", JavaType.STRING.required());
  }

  @Test
  void argumentsAreBoxedAndSayWhetherTheyMayBeNull() {
    assertEquals("List<Long>", JavaType.list(LONG).source());
    assertEquals(
        "Map<String, List<@Nullable Pet>>",
        JavaType.map(JavaType.list(PET.withNullable(true))).source());
    assertEquals("List<@Nullable Object>", JavaType.list(JavaType.FREE_FORM).source());
  }

  @Test
  void freeFormAlwaysTakesNull() {
    assertTrue(JavaType.FREE_FORM.withNullable(false).nullable());
    assertEquals("@Nullable Object", JavaType.FREE_FORM.required());
  }

  @Test
  void importsAreWhatTheSourceNames() {
    assertEquals(
        Set.of("java.util.List", "com.acme.Pet", "org.jspecify.annotations.Nullable"),
        JavaType.list(PET.withNullable(true)).imports("com.acme"));
    assertEquals(Set.of(), PET.imports(""));
    assertEquals(Set.of(), LONG.imports("com.acme"));
  }

  @Test
  void filesAreTold() {
    JavaType file = JavaType.scalar(Kind.BINARY);

    assertTrue(file.isBinary());
    assertTrue(JavaType.list(file).isBinaryList());
    assertFalse(file.isPlainText());
    assertTrue(LONG.isPlainText());
    assertTrue(JavaType.model(Kind.ENUM, "Mode").isPlainText());
    assertFalse(PET.isPlainText());
  }

  @Test
  void labelsAreWords() {
    assertEquals("LongList", JavaType.list(LONG).label());
    assertEquals("PetListMap", JavaType.map(JavaType.list(PET)).label());
    assertEquals("String", JavaType.STRING.label());
  }

  @Test
  void onlyListsAndMapsHaveElements() {
    assertEquals(PET, JavaType.map(PET).element());
    assertThrows(IllegalStateException.class, LONG::element);
  }

  @Test
  void areEqualWhenWrittenEqually() {
    assertEquals(JavaType.list(PET), JavaType.list(PET));
    assertEquals(JavaType.list(PET).hashCode(), JavaType.list(PET).hashCode());
    assertNotEquals(JavaType.list(PET), JavaType.list(PET.withNullable(true)));
    assertNotEquals(JavaType.list(PET), JavaType.map(PET));
  }
}
