package io.github.datalab4j.generator.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JavaTextTest {
  @Test
  void literalsAreAsciiOnOneLine() {
    assertEquals(
        "\"a \\\"b\\\" \\\\ \\n \\r \\t \\u00e4 \\u0000\"",
        JavaText.literal("a \"b\" \\ \n \r \t ä \0"));
  }

  @Test
  void javadocStaysReadable() {
    assertEquals(
        List.of("Status: 'processing', or a \"done\" (format: cp_X)."),
        JavaText.javadoc("Status: 'processing', or a \"done\" (format: cp_X)."));
  }

  @Test
  void javadocCannotEndOrCommand() {
    assertEquals(
        List.of("*&#47; &lt;b&gt; &amp; &#92;u002a"), JavaText.javadoc("*/ <b> & \\u002a"));
    assertEquals(
        List.of("&#64;deprecated x@y.z {&#64;link"), JavaText.javadoc("@deprecated x@y.z {@link"));
  }

  @Test
  void javadocHasParagraphs() {
    assertEquals(
        List.of("One", "two.", "", "<p>Three."), JavaText.javadoc(" One\ntwo.\n\n\n Three.\n"));
  }

  @Test
  void javadocIsWrapped() {
    List<String> lines = JavaText.javadoc("word ".repeat(40));

    assertEquals(3, lines.size());
    assertEquals(89, lines.get(0).length());
  }

  @Test
  void javadocIsAscii() {
    assertEquals(List.of("&#228; &#128512; x"), JavaText.javadoc("ä 😀 \ud800x"));
  }
}
