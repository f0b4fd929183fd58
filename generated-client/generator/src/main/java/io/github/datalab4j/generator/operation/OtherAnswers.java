package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.schema.JsonType;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.schema.Unwrapped;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an operation answers beside its result: refusals above all. No Java type shows them. */
final class OtherAnswers {
  private final MethodScope scope;

  OtherAnswers(MethodScope scope) {
    this.scope = scope;
  }

  /** Sorted, for example {@code 422 application/json HTTPValidationError}. */
  List<String> of(@Nullable ApiResponses responses, ResultSpec result) {
    List<String> answers = new ArrayList<>();
    if (responses != null) {
      new TreeMap<>(responses)
          .forEach(
              (status, response) -> {
                if (response != null && !result.surface().startsWith(status + " ")) {
                  answers.add(status + " " + words(response));
                }
              });
    }
    return answers;
  }

  private String words(ApiResponse response) {
    Content content = response.getContent();
    if (response.get$ref() != null) {
      return lastWord(response.get$ref());
    }
    if (content == null || content.isEmpty()) {
      return "no content";
    }
    String mediaType = content.keySet().iterator().next();
    MediaType media = content.get(mediaType);
    return mediaType + " " + name(media == null ? null : media.getSchema());
  }

  private String name(@Nullable Schema<?> schema) {
    if (schema == null) {
      return "any";
    }
    Schema<?> inner = Unwrapped.of(schema).schema();
    if (inner.get$ref() != null) {
      return lastWord(inner.get$ref());
    }
    Shape shape = scope.shapeOf(inner);
    if (!shape.alternatives().isEmpty()) {
      return shape.alternatives().stream().map(this::name).collect(Collectors.joining(" or "));
    }
    if (shape.items() != null) {
      return "list of " + name(shape.items());
    }
    return shape.types().isEmpty()
        ? "any"
        : shape.types().stream().map(OtherAnswers::word).collect(Collectors.joining(" or "));
  }

  private static String word(JsonType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static String lastWord(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
