package io.github.datalab4j.generator.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

final class StylesTest {
  private static final JavaType TEXTS = JavaType.list(JavaType.STRING);

  private static Parameter in(String place) {
    return new Parameter().name("p").in(place);
  }

  @Test
  void defaultsAreThoseOfOpenApi() {
    assertEquals("form exploded", Styles.of(in("query")).toString());
    assertEquals("form exploded", Styles.of(in("cookie")).toString());
    assertEquals("simple", Styles.of(in("path")).toString());
    assertEquals("simple", Styles.of(in("header")).toString());
  }

  @Test
  void onlyTheFormStyleIsExplodedByDefault() {
    Parameter pipes = in("query").style(Parameter.StyleEnum.PIPEDELIMITED);

    assertEquals("pipe_delimited", Styles.of(pipes).toString());
    assertEquals("deep_object", Styles.of(pipes.style(Parameter.StyleEnum.DEEPOBJECT)).toString());
  }

  @Test
  void encodingWithoutAStyleIsAForm() {
    assertEquals(
        "form exploded reserved", Styles.of(new Encoding().allowReserved(true)).toString());
  }

  @Test
  void retrofitAloneWritesTextsAndRepeatedTexts() {
    Styles form = Styles.of(in("query"));

    assertTrue(form.isPlainRepetition(JavaType.STRING));
    assertTrue(form.isPlainRepetition(TEXTS));
    assertFalse(form.isPlainRepetition(JavaType.FREE_FORM));
    assertFalse(form.isPlainRepetition(JavaType.list(TEXTS)));
    assertFalse(Styles.of(in("query").explode(false)).isPlainRepetition(TEXTS));
    assertFalse(Styles.of(in("query").allowReserved(true)).isPlainRepetition(JavaType.STRING));
    assertFalse(Styles.JSON.isPlainRepetition(JavaType.STRING));
  }

  @Test
  void annotationSaysOnlyWhatIsNotTheDefault() {
    assertEquals("Style.JSON", Styles.JSON.arguments("Style", ""));
    assertEquals(
        "value = Style.FORM, explode = true", Styles.of(in("query")).arguments("Style", ""));
    assertEquals(
        "value = Style.FORM, explode = true, allowReserved = true",
        Styles.of(in("query").allowReserved(true)).arguments("Style", ""));
    assertEquals("value = Style.JSON, name = \"a.b\"", Styles.JSON.arguments("Style", "a.b"));
  }
}
