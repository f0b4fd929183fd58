package io.github.datalab4j.generator.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaNamesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Pet, Pet",
        "pet_status, PetStatus",
        "HTTPValidationError, HTTPValidationError",
        "Error, ErrorModel",
        "list, ListModel",
        "200Response, Model200Response",
        "``, Model",
        "a/b c, ABC",
        "Ünï, Uni",
        "名, U540d",
        "con, ConModel",
        "`../../etc/passwd`, EtcPasswd",
      })
  void typesArePascalCase(String name, String expected) {
    assertEquals(expected, JavaNames.type(name));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "status, status",
        "wos-session, wosSession",
        "X-Request-Id, xRequestId",
        "URLPath, urlPath",
        "ID, id",
        "class, classValue",
        "object, objectValue",
        "hashCode, hashCodeValue",
        "_id, _id",
        "@type, atType",
        "$ref, dollarRef",
        "+1, plus1",
        "-1, minus1",
        "1st, value1st",
        "``, value",
        "`;`, value",
        "_, value",
      })
  void membersAreCamelCase(String name, String expected) {
    assertEquals(expected, JavaNames.member(name));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "very-accurate, VERY_ACCURATE",
        "fooBar, FOO_BAR",
        "``, EMPTY",
        "`*`, VALUE",
        "404, VALUE_404",
        "istanbul, ISTANBUL",
      })
  void constantsAreUpperCase(String value, String expected) {
    assertEquals(expected, JavaNames.constant(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\u0000", "*/", "\ud800", "\u202e", "a\nb", "ı", "ß", "𝒳", "${x}"})
  void anyTextGivesLegalNames(String text) {
    assertTrue(SourceVersion.isName(JavaNames.type(text)), JavaNames.type(text));
    assertTrue(SourceVersion.isName(JavaNames.member(text)), JavaNames.member(text));
    assertTrue(SourceVersion.isName(JavaNames.constant(text)), JavaNames.constant(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"con", "CON", "cOn", "Aux", "COM9", "Com5", "lpt3", "LPT9", "com0"})
  void namesThatWindowsGivesToNoFileAreReserved(String name) {
    assertTrue(JavaNames.isReservedType(name));
  }

  @Test
  void namesAreBounded() {
    String text = "x".repeat(5000);

    assertEquals(120, JavaNames.type(text).length());
    assertEquals(120, JavaNames.member(text).length());
    assertEquals(120, JavaNames.constant(text).length());
  }

  @Test
  void whatGeneratedCodeUsesIsReserved() {
    for (String name : new String[] {"String", "Path", "Moshi", "Single", "Nullable", "Record"}) {
      assertTrue(JavaNames.isReservedType(name), name);
    }
    assertFalse(JavaNames.isReservedType("Pet"));
    assertTrue(JavaNames.isReservedMember("when"));
    assertFalse(JavaNames.isReservedMember("name"));
  }
}
