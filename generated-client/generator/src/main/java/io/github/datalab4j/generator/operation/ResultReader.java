package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.schema.JsonType;
import io.github.datalab4j.generator.schema.ShapeWords;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the responses of an operation into what its method returns. */
final class ResultReader {
  private static final String RX = "io.reactivex.rxjava3.core.";
  private static final String RESPONSE = "retrofit2.Response";

  private static final List<String> NEVER_A_BODY = Arrays.asList("204", "205");

  private static final String NOTHING_BUT_204 =
      "Completes without a value where the service answers with status 204 or 205.";

  private final MethodScope scope;
  private final References references;
  private final List<String> annotations = new ArrayList<>();

  ResultReader(MethodScope scope, References references) {
    this.scope = scope;
    this.references = references;
  }

  /** What the method has to be annotated with; after {@link #read}. */
  List<String> annotations() {
    return annotations;
  }

  ResultSpec read(@Nullable ApiResponses responses, String httpMethod) {
    SortedMap<String, ApiResponse> successes = successes(responses);
    Map<String, Content> filled = new LinkedHashMap<>();
    boolean mayBeEmpty = false;
    for (Map.Entry<String, ApiResponse> success : successes.entrySet()) {
      Content content = success.getValue().getContent();
      boolean never = NEVER_A_BODY.contains(success.getKey());
      if (content != null && !content.isEmpty() && !never) {
        filled.put(success.getKey(), content);
      } else {
        mayBeEmpty |= !success.getKey().equals("default");
      }
    }
    if (!httpMethod.equals("HEAD") && !filled.isEmpty()) {
      Map.Entry<String, Content> first = filled.entrySet().iterator().next();
      if (!filled.values().stream().allMatch(first.getValue()::equals)) {
        scope
            .findings()
            .degraded(
                scope.where(),
                "of the answers "
                    + filled.keySet()
                    + " only "
                    + first.getKey()
                    + " has a type; another one may be an error to read");
      }
      return ofContent(first.getKey(), first.getValue(), mayBeEmpty);
    }
    String status = successes.isEmpty() ? "" : successes.firstKey() + " ";
    return new ResultSpec(
        scope.imports().name(RX + "Completable"), response("Void"), status + "no content", "");
  }

  /** Those with 2xx, else {@code default}. */
  private SortedMap<String, ApiResponse> successes(@Nullable ApiResponses responses) {
    SortedMap<String, ApiResponse> successes = new TreeMap<>();
    if (responses == null) {
      return successes;
    }
    for (Map.Entry<String, ApiResponse> response : responses.entrySet()) {
      if (response.getKey().startsWith("2") && response.getValue() != null) {
        put(successes, response.getKey(), response.getValue());
      }
    }
    ApiResponse other = responses.get("default");
    if (successes.isEmpty() && other != null) {
      put(successes, "default", other);
    }
    return successes;
  }

  private void put(SortedMap<String, ApiResponse> successes, String code, ApiResponse response) {
    ApiResponse target = references.response(response, scope.where() + " response " + code);
    if (target != null) {
      successes.put(code, target);
    }
  }

  private ResultSpec ofContent(String status, Content content, boolean mayBeEmpty) {
    String mediaType = choose(content);
    MediaType media = content.get(mediaType);
    Schema<?> schema = media == null ? null : media.getSchema();
    String surface = status + " " + mediaType + " ";
    if (content.size() > 1 && MediaTypes.isConcrete(mediaType)) {
      annotations.add(scope.retrofit("Headers", MethodScope.literal("Accept: " + mediaType)));
    }
    boolean any = MediaTypes.isAny(mediaType);
    if (MediaTypes.isJson(mediaType) || (any && !isBinary(schema))) {
      return json(schema, surface, mayBeEmpty, any);
    }
    if (MediaTypes.isPlainText(mediaType) && isText(schema)) {
      annotations.add(scope.support("PlainTextResponse", ""));
      return result("String", mayBeEmpty, surface, List.of(), NOTHING_BUT_204);
    }
    annotations.add(scope.retrofit("Streaming", ""));
    String type = scope.imports().name("okhttp3.ResponseBody");
    return result(type, mayBeEmpty, surface, List.of(), NOTHING_BUT_204);
  }

  private ResultSpec json(
      @Nullable Schema<?> schema, String surface, boolean mayBeEmpty, boolean perhaps) {
    JavaType type = schema == null ? JavaType.FREE_FORM : scope.typeOf(schema, "response");
    if (perhaps && type.is(JavaType.Kind.STRING)) {
      annotations.add(scope.support("PlainTextResponse", "unlessJson = true"));
    }
    if (type.nullable() || mayBeEmpty) {
      annotations.add(scope.support("NullableResponse", ""));
    }
    String elements = scope.elements(type).trim();
    if (!elements.isEmpty()) {
      annotations.add(elements);
    }
    List<String> words = schema == null ? List.of() : ShapeWords.of(schema, type, scope::shapeOf);
    return result(
        type.boxed(),
        mayBeEmpty || type.nullable(),
        surface,
        words,
        "Completes without a value where the service answers null or nothing.");
  }

  /** RxJava has no null: a Maybe that completes without a value stands for it. */
  private ResultSpec result(
      String type, boolean mayBeEmpty, String surface, List<String> words, String remark) {
    String wrapper = mayBeEmpty ? "Maybe" : "Single";
    return new ResultSpec(
        rx(wrapper, type),
        response(type),
        surface + wrapper + "<" + type + ">" + also(words),
        mayBeEmpty ? remark : "");
  }

  private static String also(List<String> words) {
    return words.stream().map(word -> ", " + word).collect(Collectors.joining());
  }

  private static String choose(Content content) {
    for (String mediaType : content.keySet()) {
      if (MediaTypes.isJson(mediaType)) {
        return mediaType;
      }
    }
    for (String mediaType : content.keySet()) {
      if (MediaTypes.isAny(mediaType)) {
        return mediaType;
      }
    }
    return content.keySet().iterator().next();
  }

  private boolean isBinary(@Nullable Schema<?> schema) {
    return schema != null && scope.shapeOf(schema).binary();
  }

  private boolean isText(@Nullable Schema<?> schema) {
    return schema != null
        && !isBinary(schema)
        && scope.shapeOf(schema).types().equals(java.util.Collections.singleton(JsonType.STRING));
  }

  private String rx(String wrapper, String type) {
    return scope.imports().name(RX + wrapper) + "<" + type + ">";
  }

  private String response(String type) {
    return scope.withHttpInfo()
        ? rx("Single", scope.imports().name(RESPONSE) + "<" + type + ">")
        : "";
  }
}
