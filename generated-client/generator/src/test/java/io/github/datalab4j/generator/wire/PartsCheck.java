package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import okio.ByteString;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/** Compares a multipart body, as Jetty reads it, with what was sent. */
final class PartsCheck {
  private final SentBody.Parts sent;
  private final List<String> problems = new ArrayList<>();

  private PartsCheck(SentBody.Parts sent) {
    this.sent = sent;
  }

  static List<String> problems(SentBody.Parts sent, String contentType, ByteString body) {
    PartsCheck check = new PartsCheck(sent);
    String boundary = contentType.replaceFirst(".*boundary=\"?([^\";]+)\"?.*", "$1");
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setMaxMemoryFileSize(-1);
    CompletableFuture<MultiPartFormData.Parts> read = new CompletableFuture<>();
    parser.parse(Content.Source.from(body.asByteBuffer()), Promise.Invocable.toPromise(read));
    try (MultiPartFormData.Parts parts = read.join()) {
      List<MultiPart.Part> rest = new ArrayList<>();
      parts.forEach(rest::add);
      check.files(rest);
      check.values(rest);
      rest.forEach(
          part -> check.problems.add("a part " + part.getName() + " came that nothing asks for"));
    } catch (IOException | RuntimeException e) {
      check.problems.add("Jetty does not read the parts: " + e);
    }
    return check.problems;
  }

  private void files(List<MultiPart.Part> rest) throws IOException {
    for (Map.Entry<String, List<SentBody.FilePart>> each : sent.files().entrySet()) {
      for (SentBody.FilePart file : each.getValue()) {
        MultiPart.Part part = take(rest, each.getKey());
        if (part != null) {
          boolean same =
              Objects.equals(file.filename(), part.getFileName())
                  && file.mediaType().equals(type(part))
                  && file.bytes().equals(bytes(part));
          expect(same, "the file " + part + " is not " + file);
        }
      }
    }
  }

  private void values(List<MultiPart.Part> rest) throws IOException {
    for (Map.Entry<String, JsonNode> each : sent.values().entrySet()) {
      String name = each.getKey();
      String wanted = sent.media().path("encoding").path(name).path("contentType").asText().trim();
      boolean named = !wanted.isEmpty() && !wanted.contains("*") && !wanted.contains(",");
      JsonNode value = each.getValue();
      // The encoding is that of each item.
      for (JsonNode item : value.isArray() ? RawValues.items(value) : List.of(value)) {
        MultiPart.Part part = take(rest, name);
        if (part != null) {
          String usual = item.isContainerNode() ? "application/json" : "text/plain";
          String expected = named ? BodyCheck.plain(wanted) : usual;
          expect(
              BodyCheck.plain(type(part)).equals(expected),
              "the part " + name + " is of type " + type(part) + ", not " + expected);
          String text = bytes(part).utf8();
          boolean said =
              expected.contains("json") ? WireText.saysJson(text, item) : WireText.says(text, item);
          expect(said, "the part " + name + " is " + text + " for " + item);
        }
      }
    }
  }

  private MultiPart.@Nullable Part take(List<MultiPart.Part> rest, String name) {
    for (MultiPart.Part part : rest) {
      // As browsers write a quote.
      if (name.equals(part.getName().replace("%22", "\""))) {
        rest.remove(part);
        return part;
      }
    }
    problems.add("no part " + name + " came");
    return null;
  }

  private static String type(MultiPart.Part part) {
    String type = part.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return type == null ? "" : type;
  }

  private static ByteString bytes(MultiPart.Part part) throws IOException {
    return ByteString.of(Content.Source.asInputStream(part.getContentSource()).readAllBytes());
  }

  private void expect(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
