package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.mockwebserver.RecordedRequest;

/** Compares all of a request but its body with what was sent. */
final class RequestCheck {
  private static final Set<String> OF_OKHTTP =
      Set.of("accept", "content-type", "content-length", "transfer-encoding", "cookie");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

  private final RawOperation operation;
  private final List<SentValue> sent;
  private final RecordedRequest request;
  private final List<String> problems = new ArrayList<>();

  private RequestCheck(RawOperation operation, List<SentValue> sent, RecordedRequest request) {
    this.operation = operation;
    this.sent = sent;
    this.request = request;
  }

  static List<String> problems(
      RawOperation operation, List<SentValue> sent, RecordedRequest request, String prefix) {
    RequestCheck check = new RequestCheck(operation, sent, request);
    check.line(prefix);
    check.headers();
    check.cookies();
    return check.problems;
  }

  private void line(String prefix) {
    expect(operation.method().equals(request.getMethod()), "the method is " + request.getMethod());
    String target = request.getPath();
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    expect(path.startsWith(prefix), "the path " + path + " is not below " + prefix);
    String template = operation.path();
    int fixed = template.indexOf('?');
    path(
        fixed < 0 ? template : template.substring(0, fixed), "/" + path.substring(prefix.length()));
    Pairs pairs = new Pairs();
    if (fixed >= 0 && !template.substring(fixed).contains("{")) {
      split(template.substring(fixed + 1), "&")
          .forEach(
              pair ->
                  pairs.add(
                      pair.getKey(),
                      TextNode.valueOf(pair.getValue()),
                      WireStyle.ofContent("text/plain")));
    }
    in("query")
        .forEach(
            each -> pairs.add(each.parameter().name(), each.value(), each.parameter().style()));
    List<Map.Entry<String, String>> arrived =
        query < 0 ? List.of() : split(target.substring(query + 1), "&");
    problems.addAll(pairs.problems("the query", arrived, WireText::urlDecoded));
  }

  private void path(String template, String path) {
    String[] expected = template.split("/", -1);
    String[] arrived = path.split("/", -1);
    expect(expected.length == arrived.length, "the path is " + path);
    Map<String, SentValue> values = new LinkedHashMap<>();
    in("path").forEach(each -> values.put(each.parameter().name(), each));
    for (int i = 0; i < expected.length && expected.length == arrived.length; i++) {
      Matcher placeholder = PLACEHOLDER.matcher(expected[i]);
      if (placeholder.matches()) {
        SentValue value = values.get(name(placeholder));
        expect(
            value != null && PathSegment.says(arrived[i], value),
            "the path has " + arrived[i] + " for " + value);
      } else {
        StringBuilder text = new StringBuilder();
        while (placeholder.find()) {
          SentValue value = values.get(name(placeholder));
          placeholder.appendReplacement(
              text, Matcher.quoteReplacement(value == null ? "" : PathSegment.decoded(value)));
        }
        placeholder.appendTail(text);
        String plain = text.toString();
        String segment = WireText.percentDecoded(arrived[i]);
        expect(
            segment.equals(plain) || segment.equals(WireText.percentDecoded(escaped(plain))),
            "the path has " + arrived[i] + " for " + expected[i]);
      }
    }
  }

  /** A literal of the document may be encoded already. */
  private static String escaped(String text) {
    return text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }

  /** A pattern may stand after the name, behind a colon. */
  private static String name(Matcher placeholder) {
    String inside = placeholder.group(1);
    int colon = inside.indexOf(':');
    return (colon > 0 ? inside.substring(0, colon) : inside).trim();
  }

  private void headers() {
    for (SentValue each : in("header")) {
      String name = each.parameter().name();
      List<String> values = request.getHeaders().values(name);
      expect(
          values.size() == 1 && HeaderValue.says(values.get(0), each),
          "the header " + name + " is " + values + " for " + each.value());
    }
    for (RawParameter parameter : operation.parameters()) {
      boolean given = sent.stream().anyMatch(each -> each.parameter().equals(parameter));
      boolean ours = OF_OKHTTP.contains(parameter.lowerName());
      if (parameter.in().equals("header") && !given && !ours) {
        String value = request.getHeader(parameter.name());
        expect(value == null, "the header " + parameter.name() + " is " + value + ", not absent");
      }
    }
  }

  private void cookies() {
    List<String> headers = request.getHeaders().values("Cookie");
    expect(headers.size() <= 1, "there are many Cookie headers: " + headers);
    if (in("header").stream().anyMatch(each -> each.parameter().lowerName().equals("cookie"))) {
      return;
    }
    Pairs pairs = new Pairs();
    in("cookie")
        .forEach(
            each -> pairs.add(each.parameter().name(), each.value(), each.parameter().style()));
    List<Map.Entry<String, String>> arrived =
        headers.isEmpty() ? List.of() : split(headers.get(0), "; ");
    problems.addAll(pairs.problems("the cookie header", arrived, WireText::percentDecoded));
  }

  static List<Map.Entry<String, String>> split(String text, String between) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    if (!text.isEmpty()) {
      for (String pair : text.split(Pattern.quote(between), -1)) {
        int equals = pair.indexOf('=');
        pairs.add(
            equals < 0
                ? Map.entry(pair, "")
                : Map.entry(pair.substring(0, equals), pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private List<SentValue> in(String place) {
    return sent.stream().filter(each -> each.parameter().in().equals(place)).toList();
  }

  private void expect(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
