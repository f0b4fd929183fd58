package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** An answer that the document allows, as the service gives it to one request. */
final class Answer {
  private final RawDocument document;
  private final RawOperation operation;
  private final Random random;
  private final Map.Entry<String, JsonNode> response;

  /** Null where there is no body. */
  @Nullable JsonNode json;

  @Nullable ByteString bytes;

  /**
   * One of the successes.
   *
   * @param number which one, counted round
   */
  Answer(RawDocument document, RawOperation operation, Random random, int number) {
    this.document = document;
    this.operation = operation;
    this.random = random;
    List<Map.Entry<String, JsonNode>> successes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : operation.responses().properties()) {
      if (each.getKey().startsWith("2")) {
        successes.add(each);
      }
    }
    if (successes.isEmpty()) {
      successes.add(Map.entry("default", operation.responses().path("default")));
    }
    this.response = successes.get(number % successes.size());
  }

  String key() {
    return response.getKey();
  }

  MockResponse to(RecordedRequest request) {
    int status = response.getKey().matches("\\d{3}") ? Integer.parseInt(response.getKey()) : 200;
    JsonNode content = document.resolve(response.getValue()).path("content");
    boolean empty =
        content.isEmpty() || operation.method().equals("HEAD") || status == 204 || status == 205;
    if (empty) {
      return new MockResponse().setResponseCode(status);
    }
    String accept = request.getHeader("Accept");
    boolean chosen = accept != null && content.has(accept);
    String mediaType = chosen ? accept : content.fieldNames().next();
    JsonNode schema = content.path(mediaType).path("schema");
    RawSchemas schemas = new RawSchemas(document);
    String sentAs = mediaType;
    if (mediaType.contains("*")) {
      sentAs = schemas.isBinary(schema) ? "application/octet-stream" : "application/json";
    }
    Buffer body = new Buffer();
    if (isJson(sentAs)) {
      json = RawValues.json(schemas, random).of(schema);
      bytes = ByteString.encodeUtf8(json.toString());
    } else {
      ByteString text = ByteString.encodeUtf8("an answer: ü\n");
      bytes = sentAs.startsWith("text/") ? text : ByteString.of((byte) 0xff, (byte) 0, (byte) 0xfe);
    }
    body.write(bytes);
    return new MockResponse()
        .setResponseCode(status)
        .setHeader("Content-Type", sentAs)
        .setBody(body);
  }

  private static boolean isJson(String mediaType) {
    String plain = BodyCheck.plain(mediaType);
    return plain.endsWith("/json") || (plain.endsWith("+json") && !plain.contains("seq"));
  }
}
