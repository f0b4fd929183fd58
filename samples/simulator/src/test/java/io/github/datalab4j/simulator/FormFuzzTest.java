package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms of any bytes under any Content-Type, which is the first line. */
final class FormFuzzTest {
  private static final int MOST_TEXT = 1000;

  static Stream<byte[]> forms() {
    return Stream.of(
            "multipart/form-data; boundary=b\n"
                + "--b\r\nContent-Disposition: form-data; name=\"request\"\r\n"
                + "Content-Type: text/plain; charset=utf-16\r\n\r\nx\r\n--b--",
            "multipart/form-data; boundary=\"b\"\n"
                + "--b\r\nContent-Disposition: form-data; name=f; filename*=utf-8''%e5%9b%be%zz"
                + "\r\n\r\nx\r\n--b--",
            "MULTIPART/FORM-DATA; boundary=b;\n"
                + "--b\r\nContent-Disposition: a; filename*0=\"x\"; filename*1*=%41; charset=\\"
                + "\r\nContent-Type: ; charset=no-such\r\n\r\n\r\n--b",
            "multipart/form-data\n--b--",
            "multipart/form-data; boundary=\n----",
            "application/json; boundary=b\n{}")
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @MethodSource("forms")
  @FuzzTest
  void isReadOrHasADefect(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int line = Math.max(0, text.indexOf('\n'));
    Form form = new Form(text.substring(0, line), MOST_TEXT);

    form.feed(Arrays.copyOfRange(input, Math.min(input.length, line + 1), input.length));

    assertTrue(form.defect() == null || !form.defect().isEmpty());
    for (ReceivedPart part : form.parts()) {
      assertEquals(part.isFile(), part.text() == null);
      assertEquals(part, part);
      assertTrue(part.size() <= input.length && part.sha256().length() == 64, part::toString);
    }
  }
}
