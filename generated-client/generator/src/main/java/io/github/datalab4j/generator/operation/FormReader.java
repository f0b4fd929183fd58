package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.naming.MemberNames;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the properties of a form into parts or fields. Those that the form requires are required
 * even where the document says that the body may be left out: Retrofit always sends one.
 */
final class FormReader {
  private static final String MULTIPART = "okhttp3.MultipartBody";

  private final MethodScope scope;
  private final BodySpec body;
  private final MediaType media;
  private final MemberNames factoryNames;

  FormReader(MethodScope scope, BodySpec body, MediaType media) {
    this.scope = scope;
    this.body = body;
    this.media = media;
    this.factoryNames = scope.partNames();
  }

  void readParts(Shape form) {
    body.encodeAs(BodySpec.Encoding.MULTIPART);
    Map<String, FormProperty> properties = properties(form);
    properties.keySet().forEach(name -> factoryNames.keep(name, JavaNames.member(name)));
    for (Map.Entry<String, FormProperty> property : properties.entrySet()) {
      part(property.getKey(), property.getValue().schema, property.getValue().required);
    }
    if (body.parameters().stream().noneMatch(ParameterSpec::required)) {
      scope
          .findings()
          .degraded(
              scope.where(), "OkHttp sends no multipart body without a part: one has to be given");
    }
  }

  void readFields(Shape form) {
    body.encodeAs(BodySpec.Encoding.FORM);
    for (Map.Entry<String, FormProperty> property : properties(form).entrySet()) {
      field(property.getKey(), property.getValue().schema, property.getValue().required);
    }
  }

  /** A property, and whether every form has it. */
  private static final class FormProperty {
    final Schema<?> schema;
    final boolean required;

    FormProperty(Schema<?> schema, boolean required) {
      this.schema = schema;
      this.required = required;
    }
  }

  /** Whether a form names any property, itself or in an alternative. */
  static boolean hasProperties(Shape form, MethodScope scope) {
    return shapes(form, scope).stream().anyMatch(shape -> !shape.properties().isEmpty());
  }

  /** The form, its alternatives, and theirs. */
  private static Set<Shape> shapes(Shape form, MethodScope scope) {
    Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Shape> shapes = new LinkedHashSet<>();
    Deque<Shape> unread = new ArrayDeque<>(List.of(form));
    while (!unread.isEmpty()) {
      Shape shape = unread.remove();
      shapes.add(shape);
      for (Schema<?> alternative : shape.alternatives()) {
        if (seen.add(alternative)) {
          unread.add(scope.shapeOf(alternative));
        }
      }
    }
    return shapes;
  }

  /** Of a form with alternatives all properties, none required that not all of them require. */
  private Map<String, FormProperty> properties(Shape form) {
    Map<String, FormProperty> all = new LinkedHashMap<>();
    Set<String> required = new RequiredFields(scope).of(form);
    for (Shape shape : shapes(form, scope)) {
      shape
          .properties()
          .forEach(
              (name, property) ->
                  all.putIfAbsent(
                      name, new FormProperty(property.schema(), required.contains(name))));
      if (shape.open()) {
        scope.findings().degraded(scope.where(), "fields that the form does not name are not sent");
      }
    }
    if (!form.alternatives().isEmpty()) {
      scope
          .findings()
          .degraded(
              scope.where(), "the form has alternatives; the method takes the fields of them all");
    }
    if (all.keySet().removeIf(JavaText::isTooLong)) {
      scope.findings().degraded(scope.where(), "a field with a long name: left out");
    }
    return all;
  }

  private void part(String name, Schema<?> schema, boolean required) {
    Encoding encoding = encoding(name);
    if (encoding != null && encoding.getHeaders() != null && !encoding.getHeaders().isEmpty()) {
      scope
          .findings()
          .degraded(
              scope.where(),
              "the headers "
                  + encoding.getHeaders().keySet()
                  + " of part "
                  + name
                  + " are not sent");
    }
    FileKind files = FileKind.of(schema, encoding, scope);
    boolean plainName = name.matches("[ -~&&[^\"\\\\]]+");
    if (files != FileKind.NONE || !plainName) {
      filePart(name, schema, files, required, encoding);
      return;
    }
    String contentType = contentType(encoding);
    String annotations =
        scope.retrofit("Part", MethodScope.literal(name))
            + (contentType.isEmpty()
                ? ""
                : " " + scope.support("SentAs", MethodScope.literal(contentType)));
    JavaType type = scope.typeOf(schema, ParameterSpec.Place.PART, name);
    add(
        ParameterSpec.Place.PART,
        name,
        schema,
        required && !type.nullable(),
        annotations,
        type,
        scope.source(type, required),
        contentType);
  }

  private void filePart(
      String name,
      Schema<?> schema,
      FileKind files,
      boolean required,
      @Nullable Encoding encoding) {
    boolean nullable = scope.shapeOf(schema).nullable();
    boolean always = required && !nullable;
    String type = scope.source(MULTIPART, "Part", files == FileKind.MANY || always);
    if (files == FileKind.MANY) {
      scope.imports().add("java.util.List");
      scope.imports().add("org.jspecify.annotations.Nullable");
      type = (always ? "" : "@Nullable ") + "List<" + type + ">";
    }
    String surface =
        encoding == null || encoding.getContentType() == null ? "" : encoding.getContentType();
    String factory = factoryNames.name(name, JavaNames.member(name));
    List<String> docs = docs(ParameterSpec.Place.PART, name, schema, always);
    body.add(
        new ParameterSpec(
            ParameterSpec.Place.PART,
            name,
            scope.parameterName(name),
            always,
            scope.retrofit("Part", ""),
            type,
            surface,
            Collections.emptyList(),
            ParameterDocs.ofFiles(docs, files, scope.partsClass(), factory)));
    body.add(
        new PartFactory(
            factory,
            name,
            files != FileKind.NONE,
            MethodScope.docs(scope.shapeOf(schema).description())));
  }

  private void field(String name, Schema<?> schema, boolean required) {
    Encoding encoding = encoding(name);
    JavaType type = scope.typeOf(schema, ParameterSpec.Place.FIELD, name);
    Styles style = style(encoding);
    boolean plain = style == null || style.isPlainRepetition(type);
    String annotations =
        scope.retrofit("Field", MethodScope.literal(name))
            + (style == null || plain ? "" : " " + scope.style(style) + scope.elements(type));
    add(
        ParameterSpec.Place.FIELD,
        name,
        schema,
        required && !type.nullable(),
        annotations,
        type,
        scope.source(type, required),
        style == null || plain ? "" : style.toString());
  }

  /** Null where nothing is said: then an object goes out as JSON, a list as repeated fields. */
  private static @Nullable Styles style(@Nullable Encoding encoding) {
    if (encoding != null && MediaTypes.isJson(contentType(encoding))) {
      return Styles.JSON;
    }
    boolean styled =
        encoding != null
            && (encoding.getStyle() != null
                || encoding.getExplode() != null
                || encoding.getAllowReserved() != null);
    return encoding != null && styled ? Styles.of(encoding) : null;
  }

  private @Nullable Encoding encoding(String name) {
    return media.getEncoding() == null ? null : media.getEncoding().get(name);
  }

  /** One concrete media type, or empty. */
  private static String contentType(@Nullable Encoding encoding) {
    String contentType = encoding == null ? null : encoding.getContentType();
    return contentType != null && MediaTypes.isConcrete(contentType.trim())
        ? contentType.trim()
        : "";
  }

  private void add(
      ParameterSpec.Place place,
      String name,
      Schema<?> schema,
      boolean required,
      String annotations,
      JavaType type,
      String source,
      String surface) {
    body.add(
        new ParameterSpec(
            place,
            name,
            scope.parameterName(name),
            required,
            annotations,
            source,
            surface,
            scope.facts(schema, type, false),
            docs(place, name, schema, required)));
  }

  private List<String> docs(
      ParameterSpec.Place place, String name, Schema<?> schema, boolean required) {
    return ParameterDocs.of(scope.shapeOf(schema).description(), place, name, required);
  }
}
