package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is given as raw file_instructions: refused, or an array that any parser reads. */
class FileInstructionsFuzzTest {
  static Stream<byte[]> texts() {
    return KeyHunt.seeds(
        "[{\"filename\":\"a.pdf\",\"general_instructions\":\"x\"}]",
        " [ ] ",
        "[]]",
        "{}",
        "[1,2",
        "[\"\\u00zz\"]",
        "[nul]",
        "['a']",
        "[01]",
        "[1e999999999999]",
        "",
        "\ufeff[]");
  }

  @MethodSource("texts")
  @FuzzTest
  void rawJsonIsRefusedOrAnArray(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      assertSame(text, FileInstructionsJson.checkArray(text));
    } catch (IllegalArgumentException refused) {
      return;
    }
    if (JsonBounds.fault(100, Long.MAX_VALUE, new okio.Buffer().writeUtf8(text)) == null) {
      assertInstanceOf(List.class, JsonTree.parse(ByteString.encodeUtf8(text)), text);
    }
  }
}
