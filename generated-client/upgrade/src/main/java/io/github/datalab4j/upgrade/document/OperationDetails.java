package io.github.datalab4j.upgrade.document;

import static java.util.Objects.requireNonNull;

import io.github.datalab4j.generator.model.TypeResolver;
import io.github.datalab4j.generator.operation.ApiSpec;
import io.github.datalab4j.generator.operation.OperationSpec;
import io.github.datalab4j.generator.operation.ParameterSpec;
import io.github.datalab4j.generator.schema.Shape;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts to each method that the generator makes what the document says of its operation. */
final class OperationDetails {
  private final OpenAPI document;
  private final TypeResolver types;
  private final StructureReader structures;
  private final DocumentReferences references;

  OperationDetails(OpenAPI document, TypeResolver types, StructureReader structures) {
    this.document = document;
    this.types = types;
    this.structures = structures;
    this.references = new DocumentReferences(document);
  }

  ApiOperation of(ApiSpec api, OperationSpec spec) {
    PathItem item = references.pathItem(requireNonNull(document.getPaths().get(spec.id().path())));
    Operation operation =
        requireNonNull(
            item.readOperationsMap().get(PathItem.HttpMethod.valueOf(spec.id().method())));
    String description =
        operation.getDescription() == null ? operation.getSummary() : operation.getDescription();
    return new ApiOperation(
        spec.id().method(),
        spec.id().path(),
        spec.id().shortName(),
        StructureReader.text(description),
        spec.deprecation(),
        addresses(item, operation),
        inputs(spec, item, operation),
        answers(spec, operation),
        spec.security(),
        api.className(),
        spec.name(),
        spec.result().type());
  }

  private static Addresses addresses(PathItem item, Operation operation) {
    Addresses own = Addresses.of(operation.getServers());
    return own.all().isEmpty() ? Addresses.of(item.getServers()) : own;
  }

  private List<Input> inputs(OperationSpec spec, PathItem item, Operation operation) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    references.parameters(item.getParameters(), parameters);
    references.parameters(operation.getParameters(), parameters);
    RequestBody body = references.requestBody(operation.getRequestBody());
    List<Input> inputs = new ArrayList<>();
    for (ParameterSpec parameter : spec.parameters()) {
      String key = parameter.place() + " " + parameter.wireName();
      Parameter source = parameters.get(key);
      inputs.add(
          source == null ? ofBody(spec, parameter, body) : ofParameter(spec, parameter, source));
    }
    return inputs;
  }

  private Input ofParameter(OperationSpec operation, ParameterSpec spec, Parameter parameter) {
    Schema<?> schema = parameter.getSchema();
    if (schema == null && parameter.getContent() != null) {
      schema = firstSchema(parameter.getContent());
    }
    return input(
        operation,
        spec,
        schema,
        parameter.getDescription(),
        Boolean.TRUE.equals(parameter.getDeprecated()));
  }

  private Input ofBody(OperationSpec operation, ParameterSpec spec, @Nullable RequestBody body) {
    Schema<?> schema =
        body == null || body.getContent() == null ? null : firstSchema(body.getContent());
    if (spec.place() == ParameterSpec.Place.BODY) {
      return input(operation, spec, schema, body == null ? null : body.getDescription(), false);
    }
    Schema<?> property = schema == null ? null : property(types.shape(schema), spec.wireName());
    return input(operation, spec, property, null, false);
  }

  private @Nullable Schema<?> property(Shape form, String name) {
    if (form.properties().containsKey(name)) {
      return form.properties().get(name).schema();
    }
    for (Schema<?> alternative : form.alternatives()) {
      Shape shape = types.shape(alternative);
      if (shape.properties().containsKey(name)) {
        return shape.properties().get(name).schema();
      }
    }
    return null;
  }

  private Input input(
      OperationSpec operation,
      ParameterSpec spec,
      @Nullable Schema<?> schema,
      @Nullable String description,
      boolean deprecated) {
    boolean isBody = spec.place() == ParameterSpec.Place.BODY;
    String member = isBody ? "body" : spec.place() + " " + spec.wireName();
    Shape shape = schema == null ? null : types.shape(schema);
    return new Input(
        spec.place().toString(),
        spec.wireName(),
        schema == null
            ? TypeUse.of(new WireType.Scalar("text", ""), false)
            : structures.types().of(schema, operation.id().key() + " " + member),
        spec.required(),
        spec.surface(),
        shape == null ? "" : Json.text(shape.defaultValue()),
        StructureReader.text(
            description != null || shape == null ? description : shape.description()),
        deprecated || (shape != null && shape.deprecated()),
        spec.name(),
        spec.type());
  }

  private Map<String, Answer> answers(OperationSpec spec, Operation operation) {
    Map<String, Answer> answers = new TreeMap<>();
    if (operation.getResponses() != null) {
      operation
          .getResponses()
          .forEach((status, response) -> answers.put(status, answer(spec, status, response)));
    }
    return answers;
  }

  private Answer answer(OperationSpec spec, String status, ApiResponse response) {
    ApiResponse target = references.response(response);
    Content content = target.getContent();
    Map<String, AnswerHeader> headers = headers(spec, status, target);
    if (content == null || content.isEmpty()) {
      return new Answer(status, "", TypeUse.ANYTHING, headers);
    }
    // As the generator names what the method returns; the other answers have no classes.
    boolean typed = spec.result().surface().startsWith(status + " ");
    String place = spec.id().key() + " response" + (typed ? "" : " " + status);
    return new Answer(
        status, mediaType(content), structures.types().of(firstSchema(content), place), headers);
  }

  private Map<String, AnswerHeader> headers(
      OperationSpec spec, String status, ApiResponse response) {
    Map<String, AnswerHeader> headers = new TreeMap<>();
    if (response.getHeaders() != null) {
      response
          .getHeaders()
          .forEach(
              (name, header) -> {
                // OpenAPI: where a header of this name is described, it shall be ignored.
                if (!name.equalsIgnoreCase("Content-Type")) {
                  Header target = references.header(header);
                  String place = spec.id().key() + " response " + status + " header " + name;
                  headers.put(
                      name.toLowerCase(Locale.ROOT),
                      new AnswerHeader(
                          name,
                          structures.types().of(target.getSchema(), place),
                          Boolean.TRUE.equals(target.getRequired())));
                }
              });
    }
    return headers;
  }

  private static @Nullable Schema<?> firstSchema(Content content) {
    MediaType media = content.get(mediaType(content));
    return media == null ? null : media.getSchema();
  }

  /** The one that the generator takes too. */
  private static String mediaType(Content content) {
    for (String wanted : new String[] {"json", "multipart/", "form-urlencoded"}) {
      for (String mediaType : content.keySet()) {
        if (mediaType.contains(wanted)) {
          return mediaType;
        }
      }
    }
    return content.isEmpty() ? "" : content.keySet().iterator().next();
  }
}
