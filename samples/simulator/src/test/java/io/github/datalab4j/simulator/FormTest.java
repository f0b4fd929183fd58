package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Forms as different clients write them. */
final class FormTest {
  private static final String TYPE = "multipart/form-data; boundary=b";
  private static final String SHA_256_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void aTextIsUtf8IfNothingIsSaid() {
    assertEquals("grün", textOf("", "grün", StandardCharsets.UTF_8));
  }

  @Test
  void aTextIsOfTheCharsetThatItNames() {
    assertEquals(
        "grün",
        textOf(
            "Content-Type: text/plain; charset=ISO-8859-1\r\n",
            "grün",
            StandardCharsets.ISO_8859_1));
  }

  @Test
  void aTextOfAnUnknownCharsetIsUtf8() {
    assertEquals(
        "grün",
        textOf("Content-Type: text/plain; charset=klingon\r\n", "grün", StandardCharsets.UTF_8));
  }

  @Test
  void aTextIsNotUnquoted() {
    assertEquals("\"json\"", textOf("", "\"json\"", StandardCharsets.UTF_8));
  }

  @Test
  void aTextMayHaveLineBreaksAndBeEmpty() {
    assertEquals("a\r\n\r\nb\r\n", textOf("", "a\r\n\r\nb\r\n", StandardCharsets.UTF_8));
    assertEquals("", textOf("", "", StandardCharsets.UTF_8));
  }

  @Test
  void aFileHasADigestAndNoText() {
    ReceivedPart part = partOf("name=\"files\"; filename=\"empty.pdf\"", "", "");

    assertTrue(part.isFile());
    assertNull(part.text());
    assertNull(part.mediaType());
    assertEquals(0, part.size());
    assertEquals(SHA_256_OF_NOTHING, part.sha256());
  }

  @Test
  void aFileMayHaveAnEmptyName() {
    assertEquals("", partOf("name=\"files\"; filename=\"\"", "", "x").fileName());
  }

  @Test
  void theFormOfCurlIsRead() {
    ReceivedPart part =
        partOf("name=\"files\"; filename=\"a\\\"b.pdf\"", "Content-Type: application/pdf\r\n", "x");

    assertEquals("a\"b.pdf", part.fileName());
    assertEquals("application/pdf", part.mediaType());
  }

  @Test
  void theFormOfBrowsersAndOkHttpKeepsItsPercentSigns() {
    assertEquals("a%22b.pdf", partOf("name=\"files\"; filename=\"a%22b.pdf\"", "", "x").fileName());
  }

  @Test
  void theFormOfPythonIsDecoded() {
    assertEquals(
        "grün.pdf", partOf("name=\"files\"; filename*=utf-8''gr%C3%BCn.pdf", "", "x").fileName());
  }

  @Test
  void rawUtf8InAFileNameIsRead() {
    assertEquals(
        "grün 😀.pdf", partOf("name=\"files\"; filename=\"grün 😀.pdf\"", "", "x").fileName());
  }

  @Test
  void aPartWithoutADispositionHasNoName() {
    Form form = new Form(TYPE, 100);
    feed(form, "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--");

    assertNull(form.parts().get(0).name());
    assertEquals("x", form.parts().get(0).text());
  }

  @Test
  void aBoundaryMayBeQuotedAndHaveSpaces() {
    Form form = new Form("Multipart/Form-Data;charset=x;Boundary=\"a b:c\"", 100);
    feed(form, "--a b:c\r\nContent-Disposition: form-data; name=n\r\n\r\nx\r\n--a b:c--");

    assertNull(form.defect());
    assertEquals("n", form.parts().get(0).name());
  }

  @Test
  void whatIsNoMultipartFormHasNoPartsAndNoDefect() {
    Form form = new Form("application/json", 100);
    feed(form, "--b\r\n\r\nx\r\n--b--");

    assertNull(form.defect());
    assertEquals(0, form.parts().size());
    assertNull(new Form(null, 100).defect());
  }

  @Test
  void textsUpToTheBoundAreKept() {
    Form form = new Form(TYPE, 3);
    feed(form, "--b\r\nContent-Disposition: form-data; name=n\r\n\r\nabc\r\n--b--");

    assertFalse(form.isTextTooLong());
    assertEquals("abc", form.parts().get(0).text());
  }

  @Test
  void textsAboveTheBoundAreNotKept() {
    Form form = new Form(TYPE, 2);
    feed(form, "--b\r\nContent-Disposition: form-data; name=n\r\n\r\nabc\r\n--b--");

    assertTrue(form.isTextTooLong());
    assertEquals(3, form.parts().get(0).size());
  }

  @Test
  void filesHaveNoBound() {
    Form form = new Form(TYPE, 2);
    feed(form, "--b\r\nContent-Disposition: form-data; name=n; filename=f\r\n\r\nabc\r\n--b--");

    assertFalse(form.isTextTooLong());
  }

  private static String textOf(String header, String text, Charset charset) {
    Form form = new Form(TYPE, 100);
    feed(form, "--b\r\nContent-Disposition: form-data; name=\"request\"\r\n" + header + "\r\n");
    form.feed(text.getBytes(charset));
    feed(form, "\r\n--b--\r\n");
    return String.valueOf(form.parts().get(0).text());
  }

  private static ReceivedPart partOf(String parameters, String header, String content) {
    Form form = new Form(TYPE, 100);
    feed(form, "--b\r\nContent-Disposition: form-data; " + parameters + "\r\n" + header + "\r\n");
    feed(form, content + "\r\n--b--\r\n");
    return form.parts().get(0);
  }

  private static void feed(Form form, String text) {
    form.feed(text.getBytes(StandardCharsets.UTF_8));
  }
}
