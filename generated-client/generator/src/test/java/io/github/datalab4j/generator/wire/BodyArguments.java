package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.datalab4j.generator.GeneratedClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Makes the arguments that become the body. */
final class BodyArguments {
  private final Arguments call;
  private final RawSchemas schemas;
  private final JsonValues bodies;
  private final RawOperation operation;
  private final SurfaceText surface;
  private final String partsClass;
  private final GeneratedClient.Loaded client;

  BodyArguments(
      Arguments call,
      RawSchemas schemas,
      JsonValues bodies,
      RawOperation operation,
      SurfaceText surface,
      String partsClass,
      GeneratedClient.Loaded client) {
    this.call = call;
    this.schemas = schemas;
    this.bodies = bodies;
    this.operation = operation;
    this.surface = surface;
    this.partsClass = partsClass;
    this.client = client;
  }

  @Nullable Object make(SurfaceText.Argument argument, JavaParameter java) throws IOException {
    return switch (argument.place()) {
      case "part" -> part(argument.wireName(), java);
      case "field" -> field(argument.wireName(), java);
      default -> whole(java);
    };
  }

  private @Nullable Object whole(JavaParameter java) throws IOException {
    if (!call.wants(operation.requestBody().path("required").asBoolean())) {
      return null;
    }
    if (java.isRequestBody()) {
      ByteString bytes = bytes(100);
      String offered = operation.bodyContent().fieldNames().next();
      String mediaType = offered.contains("*") ? "application/octet-stream" : offered;
      call.body = new SentBody.Raw(bytes, mediaType);
      return RequestBody.create(bytes, MediaType.get(mediaType));
    }
    JsonNode value = bodies.of(media("json").path("schema"), call.random());
    if (value.isNull()) {
      // No body stands for it.
      throw new NoValueException("null");
    }
    call.body = new SentBody.Json(value);
    return java.from(value, client.moshi());
  }

  /** What the document says of the first media type with that word in it. */
  private JsonNode media(String word) {
    for (Map.Entry<String, JsonNode> each : operation.bodyContent().properties()) {
      if (each.getKey().toLowerCase(java.util.Locale.ROOT).contains(word)) {
        return each.getValue();
      }
    }
    return MissingNode.getInstance();
  }

  private @Nullable Object field(String name, JavaParameter java) throws IOException {
    JsonNode media = media("urlencoded");
    if (!(call.body instanceof SentBody.Fields)) {
      call.body = new SentBody.Fields(media, new LinkedHashMap<>());
    }
    JsonNode value = value(media, name);
    if (!call.wants(isRequired(media, name)) || isNothing(value)) {
      return isNothing(value) && isRequired(media, name) ? java.from(value, client.moshi()) : null;
    }
    ((SentBody.Fields) call.body).values().put(name, value);
    return java.from(value, client.moshi());
  }

  private @Nullable Object part(String name, JavaParameter java) throws IOException {
    JsonNode media = media("multipart");
    if (!(call.body instanceof SentBody.Parts)) {
      call.body = new SentBody.Parts(media);
    }
    SentBody.Parts parts = (SentBody.Parts) call.body;
    boolean wanted = call.wants(isRequired(media, name));
    if (java.isFile() || java.isFiles()) {
      return wanted ? files(parts, name, java) : null;
    }
    JsonNode value = value(media, name);
    boolean nothing = isNothing(value) && !value.isObject();
    if (!wanted || nothing) {
      return nothing && isRequired(media, name) ? java.from(value, client.moshi()) : null;
    }
    parts.values().put(name, value);
    return java.from(value, client.moshi());
  }

  private Object files(SentBody.Parts parts, String name, JavaParameter java) {
    List<MultipartBody.Part> made = new ArrayList<>();
    List<SentBody.FilePart> files = new ArrayList<>();
    Class<?> factories = client.type("api." + partsClass);
    String factory = surface.factory(partsClass, name);
    boolean text =
        Arrays.stream(factories.getMethods())
            .anyMatch(one -> one.getName().equals(factory) && one.getParameterCount() == 1);
    int count = java.isFile() ? 1 : 1 + call.random().nextInt(3);
    for (int i = 0; i < count; i++) {
      ByteString bytes = bytes(200);
      String filename = text ? null : "scan " + i + ".png";
      files.add(new SentBody.FilePart(filename, "image/png", bytes));
      RequestBody content = RequestBody.create(bytes, MediaType.get("image/png"));
      Object[] arguments = text ? new Object[] {content} : new Object[] {filename, content};
      made.add((MultipartBody.Part) GeneratedClient.call(factories, null, factory, arguments));
    }
    parts.files().put(name, files);
    return java.isFile() ? made.get(0) : made;
  }

  private ByteString bytes(int most) {
    byte[] bytes = new byte[call.random().nextInt(most)];
    call.random().nextBytes(bytes);
    return ByteString.of(bytes);
  }

  private boolean isRequired(JsonNode media, String name) {
    return schemas.formRequires(media.path("schema"), name);
  }

  private JsonNode value(JsonNode media, String name) {
    JsonNode schema = schemas.formProperties(media.path("schema")).path(name);
    WireStyle style = WireStyle.of(media.path("encoding").path(name), "form");
    return RawValues.flat(schemas, call.random(), WireTexts.of("form", style, call.random()))
        .of(schema);
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull() || (value.isContainerNode() && value.isEmpty());
  }
}
