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
  static final String HEADER = "X-Number";

  private final RawDocument document;
  private final RawOperation operation;
  private final JsonValues values;
  private final Random random;
  private final int number;
  private final Map.Entry<String, JsonNode> response;
  private final int status;

  /** Null where there is no body. */
  @Nullable JsonNode json;

  @Nullable ByteString bytes;

  /** Whether there is none that could be given. */
  boolean impossible;

  private Answer(
      RawDocument document,
      RawOperation operation,
      JsonValues values,
      Random random,
      int number,
      Map.Entry<String, JsonNode> response,
      int status) {
    this.document = document;
    this.operation = operation;
    this.values = values;
    this.random = random;
    this.number = number;
    this.response = response;
    this.status = status;
  }

  /**
   * One of the successes.
   *
   * @param number which one, counted round
   */
  static Answer success(
      RawDocument document, RawOperation operation, JsonValues values, Random random, int number) {
    List<Map.Entry<String, JsonNode>> all = startingWith("2", operation);
    if (all.isEmpty()) {
      all.add(Map.entry("default", operation.responses().path("default")));
    }
    Map.Entry<String, JsonNode> response = all.get(number % all.size());
    int status = status(response.getKey(), 200, operation);
    return new Answer(document, operation, values, random, number, response, status);
  }

  /** One of the refusals; where the document has none, it is a service's usual one. */
  static Answer refusal(
      RawDocument document, RawOperation operation, JsonValues values, Random random) {
    List<Map.Entry<String, JsonNode>> all = startingWith("[45]", operation);
    all.add(Map.entry("503", operation.responses().path("default")));
    Map.Entry<String, JsonNode> response = all.get(random.nextInt(all.size()));
    int status = status(response.getKey(), 418, operation);
    return new Answer(document, operation, values, random, 0, response, status);
  }

  private static List<Map.Entry<String, JsonNode>> startingWith(
      String digits, RawOperation operation) {
    List<Map.Entry<String, JsonNode>> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : operation.responses().properties()) {
      if (each.getKey().matches(digits + "..")) {
        all.add(each);
      }
    }
    return all;
  }

  /** Of a whole class of them, one that has no answer of its own. */
  private static int status(String key, int first, RawOperation operation) {
    if (key.matches("\\d{3}")) {
      return Integer.parseInt(key);
    }
    int status = key.matches("5..") ? 500 : first;
    while (operation.responses().has(String.valueOf(status))) {
      status++;
    }
    return status;
  }

  ByteString bytesOrNone() {
    return bytes == null ? ByteString.EMPTY : bytes;
  }

  int status() {
    return status;
  }

  /** What the header says. */
  String header() {
    return String.valueOf(number);
  }

  MockResponse to(RecordedRequest request) {
    try {
      return make(request).setResponseCode(status).setHeader(HEADER, header());
    } catch (NoValueException e) {
      impossible = true;
      return new MockResponse().setResponseCode(500);
    }
  }

  private MockResponse make(RecordedRequest request) {
    JsonNode content = document.resolve(response.getValue()).path("content");
    boolean empty =
        content.isEmpty() || operation.method().equals("HEAD") || status == 204 || status == 205;
    if (empty) {
      return new MockResponse();
    }
    String accept = request.getHeader("Accept");
    boolean chosen = accept != null && content.has(accept);
    String mediaType = chosen ? accept : content.fieldNames().next();
    JsonNode schema = content.path(mediaType).path("schema");
    String sentAs = mediaType;
    if (mediaType.contains("*")) {
      boolean binary = new RawSchemas(document).isBinary(schema);
      sentAs = binary ? "application/octet-stream" : "application/json";
    }
    if (isJson(sentAs)) {
      json = values.of(schema, random);
      bytes = ByteString.encodeUtf8(json.toString());
    } else {
      ByteString text = ByteString.encodeUtf8("an answer: ü\n");
      bytes = sentAs.startsWith("text/") ? text : ByteString.of((byte) 0xff, (byte) 0, (byte) 0xfe);
    }
    return new MockResponse().setHeader("Content-Type", sentAs).setBody(new Buffer().write(bytes));
  }

  private static boolean isJson(String mediaType) {
    String plain = BodyCheck.plain(mediaType);
    return plain.endsWith("/json") || (plain.endsWith("+json") && !plain.contains("seq"));
  }
}
