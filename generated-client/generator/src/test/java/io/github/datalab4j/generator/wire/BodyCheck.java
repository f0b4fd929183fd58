package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.mockwebserver.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Compares the body of a request with what was sent. */
final class BodyCheck {
  private final RawOperation operation;
  private final RecordedRequest request;
  private final ByteString arrived;
  private final List<String> problems = new ArrayList<>();

  private BodyCheck(RawOperation operation, RecordedRequest request) {
    this.operation = operation;
    this.request = request;
    this.arrived = request.getBody().clone().readByteString();
  }

  static List<String> problems(RawOperation operation, SentBody sent, RecordedRequest request) {
    BodyCheck check = new BodyCheck(operation, request);
    if (sent instanceof SentBody.None) {
      check.none();
    } else if (sent instanceof SentBody.Json json) {
      check.json(json.value());
    } else if (sent instanceof SentBody.Raw raw) {
      check.expectType(raw.mediaType());
      check.expect(check.arrived.equals(raw.bytes()), "the body has other bytes");
    } else if (sent instanceof SentBody.Fields fields) {
      check.fields(fields);
    } else if (sent instanceof SentBody.Parts parts) {
      check.expectType("multipart/form-data");
      check.problems.addAll(PartsCheck.problems(parts, check.contentType(), check.arrived));
    }
    return check.problems;
  }

  private String contentType() {
    @Nullable String type = request.getHeader("Content-Type");
    return type == null ? "" : type;
  }

  private void none() {
    expect(arrived.size() == 0, "a body of " + arrived.size() + " bytes arrived for none");
    expect(contentType().isEmpty(), "the content type of no body is " + contentType());
  }

  private void json(JsonNode value) {
    String type = plain(contentType());
    List<String> offered = new ArrayList<>();
    operation.bodyContent().fieldNames().forEachRemaining(offered::add);
    expect(
        offered.stream().anyMatch(each -> plain(each).equals(type) || each.contains("*")),
        "the content type is " + contentType() + ", not one of " + offered);
    String text = arrived.utf8();
    expect(WireText.saysJson(text, value), "the body is " + text + " for " + value);
  }

  private void fields(SentBody.Fields fields) {
    expectType("application/x-www-form-urlencoded");
    Pairs pairs = new Pairs();
    for (Map.Entry<String, JsonNode> each : fields.values().entrySet()) {
      JsonNode encoding = fields.media().path("encoding").path(each.getKey());
      boolean json = encoding.path("contentType").asText().contains("json");
      boolean styled =
          encoding.has("style") || encoding.has("explode") || encoding.has("allowReserved");
      WireStyle style = WireStyle.of(encoding, "form");
      // By default an object is JSON, and a list is repeated.
      boolean object = each.getValue().isObject() && !styled;
      pairs.add(
          each.getKey(),
          each.getValue(),
          json || object ? WireStyle.ofContent("application/json") : style);
    }
    String text = arrived.utf8();
    problems.addAll(
        pairs.problems("the form", RequestCheck.split(text, "&"), WireText::urlDecoded));
  }

  private void expectType(String expected) {
    expect(
        plain(contentType()).equals(plain(expected)),
        "the content type is " + contentType() + ", not " + expected);
  }

  static String plain(String mediaType) {
    int semicolon = mediaType.indexOf(';');
    return (semicolon < 0 ? mediaType : mediaType.substring(0, semicolon))
        .trim()
        .toLowerCase(Locale.ROOT);
  }

  private void expect(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
