package io.github.datalab4j.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the body of an answer. */
final class Damage {
  private Damage() {}

  static Answer htmlPage(int status) {
    String title = status + " " + Reasons.of(status);
    return Answer.status(status)
        .header("content-type", "text/html; charset=utf-8")
        .body(
            "<html>\r\n<head><title>"
                + title
                + "</title></head>\r\n<body>\r\n<center><h1>"
                + title
                + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n");
  }

  static Answer without(Answer answer, String field) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (answer.json != null) {
      fields.putAll(answer.json);
    }
    fields.remove(field);
    return answer.json(fields);
  }

  static Answer halved(Answer answer) {
    byte[] bytes = answer.bytes();
    return answer.body(Arrays.copyOf(bytes, bytes.length / 2));
  }

  static Answer malformed(Answer answer) {
    return answer.body(answer.text().replaceFirst(":", "=>"));
  }

  static Answer doubled(Answer answer) {
    String text = answer.text();
    return answer.body(text.replaceFirst("\\}\\s*$", ",") + text.replaceFirst("^\\s*\\{", ""));
  }

  static Answer withByteOrderMark(Answer answer) {
    return answer.body('\ufeff' + answer.text());
  }

  static Answer inUtf16(Answer answer) {
    return answer
        .header("content-type", "application/json; charset=utf-8")
        .body(answer.text().getBytes(StandardCharsets.UTF_16));
  }

  static Answer invalidUtf8(Answer answer) {
    String marked = answer.field("request_description", "a\0b").text();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = marked.indexOf("\\u0000");
    byte[] before = marked.substring(0, at).getBytes(StandardCharsets.UTF_8);
    byte[] after = marked.substring(at + 6).getBytes(StandardCharsets.UTF_8);
    bytes.write(before, 0, before.length);
    bytes.write(0xff);
    bytes.write(0xc0);
    bytes.write(after, 0, after.length);
    return answer.body(bytes.toByteArray());
  }

  static Answer deep(Answer answer, int depth) {
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      nested.append("{\"a\":");
    }
    nested.append("null");
    for (int i = 0; i < depth; i++) {
      nested.append('}');
    }
    return answer.field("pipeline_params", new Json.Raw(nested.toString()));
  }

  static Answer many(Answer answer, int values) {
    String list = "[" + String.join(",", Collections.nCopies(values, "{}")) + "]";
    return answer.field("pipeline_params", new Json.Raw("{\"a\":" + list + "}"));
  }

  static Answer endless(Answer answer) {
    return answer.endless("{\"status\":\"".getBytes(StandardCharsets.US_ASCII));
  }

  /** Its flag 8 says that a file name follows, up to a byte 0, which never comes. */
  static Answer endlessGzipHeader(Answer answer) {
    byte[] begin = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0};
    return answer.header("content-encoding", "gzip").endless(begin);
  }

  static Answer longString(Answer answer, int characters) {
    char[] filler = new char[characters];
    Arrays.fill(filler, 'x');
    return answer.field("request_description", new String(filler));
  }
}
