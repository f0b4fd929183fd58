package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Header lines with parameters, and any text as a quoted parameter. */
final class ParametersFuzzTest {
  static Stream<byte[]> lines() {
    return Stream.of(
            "form-data; name=files ; FileName=\"a b;c=d.pdf\"",
            "a; filename=\"x\\\\\\\"y\"; filename*=UTF-8''%e2%82%ac%20rates.pdf",
            "a; filename*0=\"x\"; filename*1*=%41; filename*3=z",
            "a; filename*=x-no-such'de'%41; filename*='''",
            "; = ; =\"; filename",
            "C:\\temp\\")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("lines")
  @FuzzTest
  void everyLineIsReadAndEveryQuotedTextComesBack(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Parameters any = new Parameters(text);
    for (String name : new String[] {"filename", "name", "boundary", "charset"}) {
      assertEquals(any.get(name), new Parameters(text).get(name));
    }

    String quoted = text.replace("\\", "\\\\").replace("\"", "\\\"");
    Parameters own = new Parameters("form-data; filename=\"" + quoted + "\"; name=files");
    assertEquals(text, own.get("filename"));
    assertEquals("files", own.get("name"));
  }
}
