package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An operation as the document has it, with the parameters of its path. */
record RawOperation(
    String method,
    String path,
    List<RawParameter> parameters,
    JsonNode requestBody,
    JsonNode responses) {

  String key() {
    return method + " " + path;
  }

  /** The media types of the body with what is said of each; missing where there is no body. */
  JsonNode bodyContent() {
    return requestBody.path("content");
  }
}
