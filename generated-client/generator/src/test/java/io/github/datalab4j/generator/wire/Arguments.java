package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.squareup.moshi.JsonQualifier;
import io.github.datalab4j.generator.GeneratedClient;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes the arguments of one call, and remembers what they say. */
final class Arguments {
  /** Which of the optional ones are given. */
  enum Fill {
    ALL,
    REQUIRED,
    SOME
  }

  final List<SentValue> sent = new ArrayList<>();
  final List<@Nullable Object> values = new ArrayList<>();
  SentBody body = new SentBody.None();

  private final RawSchemas schemas;
  private final GeneratedClient.Loaded client;
  private final RawOperation operation;
  private final Random random;
  private final Fill fill;

  private Arguments(
      RawSchemas schemas,
      GeneratedClient.Loaded client,
      RawOperation operation,
      Random random,
      Fill fill) {
    this.schemas = schemas;
    this.client = client;
    this.operation = operation;
    this.random = random;
    this.fill = fill;
  }

  static Arguments make(
      RawSchemas schemas,
      JsonValues jsonValues,
      GeneratedClient.Loaded client,
      RawOperation operation,
      SurfaceText surface,
      SurfaceText.Method found,
      Method method,
      Random random,
      Fill fill)
      throws IOException {
    Arguments arguments = new Arguments(schemas, client, operation, random, fill);
    BodyArguments bodies =
        new BodyArguments(
            arguments, schemas, jsonValues, operation, surface, surface.partsClass(found), client);
    for (int i = 0; i < found.arguments().size(); i++) {
      SurfaceText.Argument argument = found.arguments().get(i);
      JavaParameter parameter =
          new JavaParameter(
              method.getGenericParameterTypes()[i],
              qualifiers(method.getParameterAnnotations()[i]));
      arguments.values.add(
          argument.isOfBody()
              ? bodies.make(argument, parameter)
              : arguments.parameter(argument, parameter));
    }
    return arguments;
  }

  static Set<Annotation> qualifiers(Annotation[] annotations) {
    Set<Annotation> qualifiers = new LinkedHashSet<>();
    for (Annotation each : annotations) {
      if (each.annotationType().isAnnotationPresent(JsonQualifier.class)) {
        qualifiers.add(each);
      }
    }
    return qualifiers;
  }

  Random random() {
    return random;
  }

  boolean wants(boolean required) {
    return required || fill == Fill.ALL || (fill == Fill.SOME && random.nextBoolean());
  }

  private @Nullable Object parameter(SurfaceText.Argument argument, JavaParameter java)
      throws IOException {
    RawParameter parameter = declared(argument);
    JsonNode value = value(parameter);
    if (java.isText() && !value.isTextual() && !value.isNull()) {
      value = TextNode.valueOf(value.asText());
    }
    boolean unsaid = !parameter.style().saysNested() && isNested(value);
    if (unsaid && !parameter.required()) {
      return null;
    }
    if (unsaid || (value.isNull() && parameter.in().equals("path"))) {
      throw new NoValueException(parameter.name());
    }
    boolean nothing = value.isNull() || (value.isContainerNode() && value.isEmpty());
    if (nothing && parameter.required()) {
      return java.from(value, client.moshi());
    }
    if (nothing || !wants(parameter.required())) {
      return null;
    }
    sent.add(new SentValue(parameter, value));
    return java.from(value, client.moshi());
  }

  /** The document may have forgotten one that its path names. */
  private RawParameter declared(SurfaceText.Argument argument) {
    Optional<RawParameter> declared =
        operation.parameters().stream()
            .filter(
                each ->
                    each.in().equals(argument.place()) && each.name().equals(argument.wireName()))
            .findFirst();
    ObjectNode text = JsonNodeFactory.instance.objectNode();
    text.putObject("schema").put("type", "string");
    return declared.orElseGet(() -> new RawParameter(argument.place(), argument.wireName(), text));
  }

  private JsonNode value(RawParameter parameter) {
    WireStyle style = parameter.style();
    WireTexts texts = WireTexts.of(parameter.in(), style, random);
    RawValues values = RawValues.flat(schemas, random, texts);
    if (style.isJson() || style.name().equals("deepObject")) {
      values = values.nested();
    }
    JsonNode value = values.of(parameter.schema());
    for (int tries = 0; tries < 20 && parameter.in().equals("path") && isEmpty(value); tries++) {
      value = values.of(parameter.schema());
    }
    return value;
  }

  private static boolean isNested(JsonNode value) {
    return StreamSupport.stream(value.spliterator(), false).anyMatch(JsonNode::isContainerNode);
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isContainerNode() ? value.isEmpty() : value.asText().isEmpty();
  }
}
