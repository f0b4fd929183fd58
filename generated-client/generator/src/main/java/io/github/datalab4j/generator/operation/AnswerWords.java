package io.github.datalab4j.generator.operation;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers beside its result: refusals and headers above all. No Java type shows
 * them.
 */
final class AnswerWords {
  private final SchemaWords schemas;
  private final References references;

  AnswerWords(MethodScope scope, References references) {
    this.schemas = new SchemaWords(scope);
    this.references = references;
  }

  /**
   * Sorted, for example {@code 422 application/json HTTPValidationError}, {@code 429 header
   * "Retry-After": integer, required}.
   */
  List<String> of(@Nullable ApiResponses responses, ResultSpec result) {
    List<String> answers = new ArrayList<>();
    if (responses != null) {
      new TreeMap<>(responses)
          .forEach(
              (status, response) -> {
                if (response != null) {
                  ApiResponse target = references.response(response);
                  if (!result.surface().startsWith(status + " ")) {
                    answers.add(status + " " + content(response, target));
                  }
                  headers(target).forEach(header -> answers.add(status + " " + header));
                }
              });
    }
    return answers;
  }

  private String content(ApiResponse response, @Nullable ApiResponse target) {
    if (target == null) {
      return SchemaWords.lastWord(response.get$ref());
    }
    Content content = target.getContent();
    return content == null || content.isEmpty()
        ? "no content"
        : content.entrySet().stream()
            .map(each -> each.getKey() + " " + content(each.getValue()))
            .collect(Collectors.joining(" or "));
  }

  private String content(@Nullable MediaType media) {
    return media == null || media.getSchema() == null ? "any" : schemas.of(media.getSchema());
  }

  private List<String> headers(@Nullable ApiResponse response) {
    List<String> words = new ArrayList<>();
    if (response != null && response.getHeaders() != null) {
      new TreeMap<>(response.getHeaders())
          .forEach(
              (name, header) -> {
                Header target = header == null ? null : references.header(header);
                // OpenAPI: where a header of this name is described, it shall be ignored.
                if (target != null && !name.equalsIgnoreCase("Content-Type")) {
                  words.add(header(name, target));
                }
              });
    }
    return words;
  }

  private String header(String name, Header header) {
    return "header "
        + MethodScope.literal(name)
        + ": "
        + (header.getSchema() == null ? "any" : schemas.of(header.getSchema()))
        + (Boolean.TRUE.equals(header.getRequired()) ? ", required" : ", optional")
        + (Boolean.TRUE.equals(header.getDeprecated()) ? ", deprecated" : "");
  }
}
