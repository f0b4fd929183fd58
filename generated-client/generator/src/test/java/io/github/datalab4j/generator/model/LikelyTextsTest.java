package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.squareup.moshi.JsonDataException;
import io.github.datalab4j.generator.testing.GeneratedModels;
import org.junit.jupiter.api.Test;

/** Texts that the document names are not made anew by each reading. */
final class LikelyTextsTest {
  private static final GeneratedModels MODELS =
      GeneratedModels.ofSchemas(
          "'Job': {'type': 'object', 'required': ['status'], 'properties': {"
              + "'status': {'type': 'string', 'description': 'One of `queued`, `done`, or not'},"
              + "'maybe': {'anyOf': [{'type': 'string'}, {'type': 'null'}],"
              + " 'description': '`a` or `b`'},"
              + "'kind': {'type': 'string', 'const': 'job'},"
              + "'result': {'type': 'string', 'description': 'Only where status is `done`'}}}");

  @Test
  void aTextThatTheDescriptionQuotesIsAlwaysTheSameObject() {
    assertSame(text("{'status':'queued'}", "status"), text("{'status':'queued'}", "status"));
  }

  @Test
  void theOnlyValueIsAlwaysTheSameObject() {
    assertSame(
        text("{'status':'x','kind':'job'}", "kind"), text("{'status':'y','kind':'job'}", "kind"));
  }

  @Test
  void aLoneQuotedWordIsNoHint() {
    String json = "{'status':'x','result':'done'}";
    assertNotSame(text(json, "result"), text(json, "result"));
  }

  @Test
  void anyOtherTextIsReadAsItIs() {
    assertEquals("queue", text("{'status':'queue'}", "status"));
    assertEquals("queued now", text("{'status':'queued now'}", "status"));
    assertEquals("", text("{'status':''}", "status"));
  }

  @Test
  void aLikelyTextMayBeEscaped() {
    assertEquals("done", text("{'status':'d\\u006fne'}", "status"));
  }

  @Test
  void nullIsStillNull() {
    assertNull(text("{'status':'x','maybe':null}", "maybe"));
  }

  @Test
  void aNumberIsStillAnErrorWithItsPath() {
    JsonDataException error =
        assertThrows(JsonDataException.class, () -> MODELS.read("Job", "{'status':5}"));

    assertEquals("Expected a string but was NUMBER at path $.status", error.getMessage());
  }

  private static Object text(String json, String field) {
    return call(MODELS.read("Job", json), field);
  }
}
