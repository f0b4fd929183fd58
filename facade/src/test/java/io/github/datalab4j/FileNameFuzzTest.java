package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is given as a file's name: refused, or in its header line to the letter. */
class FileNameFuzzTest {
  static Stream<byte[]> names() {
    return KeyHunt.seeds(
        "scan.pdf",
        "Größe 图.png",
        "a\"; filename=\"b",
        "a\r\nX-Evil: 1",
        "a\u0000b",
        "..",
        "a/b",
        "C:\\a.pdf",
        "%22%0d%0a",
        "a;b=c'd",
        "\u2028",
        " ");
  }

  @MethodSource("names")
  @FuzzTest
  void isRefusedOrInItsHeaderLineToTheLetter(byte[] bytes) {
    assertRefusedOrSentToTheLetter(new String(bytes, StandardCharsets.UTF_8));
  }

  /** Whether it is sent. */
  static boolean assertRefusedOrSentToTheLetter(String name) {
    Document document;
    try {
      document = Document.of(name, new byte[] {1});
    } catch (IllegalArgumentException refused) {
      return false;
    }
    String line =
        MultipartUpload.parts(Iteration.builder("r").file(document).build())
            .get(0)
            .headers()
            .get("Content-Disposition");
    byte[] sent = line.getBytes(StandardCharsets.UTF_8); // as OkHttp writes header lines
    assertEquals(
        "form-data; name=\"files\"; filename=\"" + name + "\"",
        new String(sent, StandardCharsets.UTF_8));
    assertEquals(-1, name.indexOf('"'));
    assertEquals(-1, name.indexOf('\n') + name.indexOf('\r') + 1);
    return true;
  }
}
