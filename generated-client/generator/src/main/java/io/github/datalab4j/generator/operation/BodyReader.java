package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.schema.Unwrapped;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Chooses one of the media types of a request body and reads it. */
final class BodyReader {
  private static final String REQUEST_BODY = "okhttp3.RequestBody";

  private final MethodScope scope;
  private final BodySpec body = new BodySpec();

  BodyReader(MethodScope scope) {
    this.scope = scope;
  }

  BodySpec read(RequestBody requestBody) {
    Content content = requestBody.getContent();
    if (content == null || content.isEmpty()) {
      scope.findings().invalid(scope.where(), "the request body has no content; it is left out");
      return body;
    }
    String mediaType = choose(content);
    boolean required = Boolean.TRUE.equals(requestBody.getRequired());
    MediaType media = Objects.requireNonNullElseGet(content.get(mediaType), MediaType::new);
    Schema<?> schema = Objects.requireNonNullElseGet(media.getSchema(), Schema::new);
    Shape form = scope.shapeOf(Unwrapped.of(schema).schema());
    if (content.size() > 1) {
      scope
          .findings()
          .degraded(
              scope.where(),
              "of the request's media types "
                  + content.keySet()
                  + " only "
                  + mediaType
                  + " is sent");
    }
    boolean named = FormReader.hasProperties(form, scope);
    if (MediaTypes.isMultipart(mediaType) && named) {
      new FormReader(scope, body, media).readParts(form);
    } else if (MediaTypes.isForm(mediaType) && named) {
      new FormReader(scope, body, media).readFields(form);
    } else if (MediaTypes.isJson(mediaType)) {
      json(requestBody, mediaType, schema, required);
    } else {
      raw(requestBody, mediaType, required);
    }
    return body;
  }

  private static String choose(Content content) {
    for (String mediaType : content.keySet()) {
      if (MediaTypes.isJson(mediaType)) {
        return mediaType;
      }
    }
    for (String mediaType : content.keySet()) {
      if (MediaTypes.isMultipart(mediaType)) {
        return mediaType;
      }
    }
    for (String mediaType : content.keySet()) {
      if (MediaTypes.isForm(mediaType)) {
        return mediaType;
      }
    }
    return content.keySet().iterator().next();
  }

  private void json(RequestBody requestBody, String mediaType, Schema<?> schema, boolean required) {
    JavaType type = scope.typeOf(schema, "body");
    boolean always = required && !type.nullable();
    boolean usual = MediaTypes.plain(mediaType).equals("application/json");
    String named = usual || !MediaTypes.isConcrete(mediaType) ? "application/json" : mediaType;
    // Retrofit refuses null as @Body; beside @Tag our call factory sends what is not null.
    String place = scope.retrofit(always ? "Body" : "Tag", "");
    String literal = MethodScope.literal(named);
    boolean nullToo = required && type.nullable();
    String sentAs =
        always && usual
            ? ""
            : " "
                + scope.support(
                    "SentAs", nullToo ? "value = " + literal + ", nullToo = true" : literal);
    String source = scope.source(type, always);
    add(
        docs(requestBody, always),
        always,
        place + sentAs + scope.elements(type),
        source,
        mediaType);
  }

  private void raw(RequestBody requestBody, String mediaType, boolean required) {
    if (MediaTypes.isForm(mediaType) || MediaTypes.isMultipart(mediaType)) {
      scope
          .findings()
          .degraded(
              scope.where(),
              "the " + mediaType + " body names no properties; the caller builds it whole");
    }
    String named = MediaTypes.isConcrete(mediaType) ? mediaType : "application/octet-stream";
    String annotations =
        scope.retrofit(required ? "Body" : "Tag", "")
            + " "
            + scope.support("SentAs", MethodScope.literal(named));
    List<String> docs = new ArrayList<>(docs(requestBody, required));
    docs.addAll(MethodScope.docs("(sent as " + named + " where it names no type itself)"));
    add(docs, required, annotations, scope.source(REQUEST_BODY, "", required), mediaType);
  }

  private static List<String> docs(RequestBody requestBody, boolean required) {
    return ParameterDocs.of(requestBody.getDescription(), ParameterSpec.Place.BODY, "", required);
  }

  private void add(
      List<String> docs, boolean required, String annotations, String type, String mediaType) {
    body.add(
        new ParameterSpec(
            ParameterSpec.Place.BODY,
            "",
            scope.parameterName("body"),
            required,
            annotations,
            type,
            mediaType,
            Collections.emptyList(),
            docs));
  }
}
