package io.github.datalab4j.generator.schema;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The named schemas of a document, and what {@code $ref} points to. */
public final class Components {
  private static final String PREFIX = "#/components/schemas/";
  private static final String[] NONE = {};

  private final Map<String, Schema<?>> schemas = new LinkedHashMap<>();

  /** The named schemas of the document, in its order. */
  public Components(OpenAPI document) {
    if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
      document
          .getComponents()
          .getSchemas()
          .forEach((name, schema) -> put(name, (Schema<?>) schema, document));
    }
  }

  private void put(String name, @Nullable Schema<?> schema, OpenAPI document) {
    boolean parserMadeCopy =
        !unescape(name).equals(name)
            && document.getComponents().getSchemas().containsKey(unescape(name));
    if (schema != null && !parserMadeCopy) {
      schemas.put(name, schema);
    }
  }

  /** By name, in the document's order. */
  public Map<String, Schema<?>> all() {
    return Collections.unmodifiableMap(schemas);
  }

  /** The component of that name; there must be one. */
  public Schema<?> get(String name) {
    Schema<?> schema = schemas.get(name);
    if (schema == null) {
      throw new IllegalArgumentException("no component " + name);
    }
    return schema;
  }

  /** The name of the component that a reference points to; null where it points elsewhere. */
  public @Nullable String nameOf(String ref) {
    if (schemas.containsKey(ref)) {
      return ref;
    }
    if (!ref.startsWith(PREFIX)) {
      return null;
    }
    String raw = ref.substring(PREFIX.length());
    if (schemas.containsKey(raw)) {
      return raw;
    }
    String name = unescape(raw);
    return schemas.containsKey(name) ? name : null;
  }

  /** The name of the component that a schema refers to, perhaps as one that may be null. */
  public @Nullable String nameBehind(Schema<?> schema) {
    String ref = Unwrapped.of(schema).schema().get$ref();
    return ref == null ? null : nameOf(ref);
  }

  /** The schema that a reference points to: a component, or a part of one; else null. */
  public @Nullable Schema<?> find(String ref) {
    String name = nameOf(ref);
    if (name != null) {
      return schemas.get(name);
    }
    if (!ref.startsWith(PREFIX)) {
      return null;
    }
    String[] steps = ref.substring(PREFIX.length()).split("/", -1);
    Schema<?> at = schemas.get(unescape(steps[0]));
    for (int i = 1; i < steps.length && at != null; i++) {
      String step = unescape(steps[i]);
      String next = i + 1 < steps.length ? unescape(steps[i + 1]) : "";
      if (step.equals("items") || step.equals("additionalProperties")) {
        at = step.equals("items") ? at.getItems() : schemaOrNull(at.getAdditionalProperties());
      } else {
        at = step.equals("$defs") ? schemas.get(next) : child(at, step, next);
        i++;
      }
    }
    return at;
  }

  /**
   * The component and the property of it that a reference points to; null where it points to
   * something else.
   */
  public Map.@Nullable Entry<String, String> propertyBehind(String ref) {
    String[] steps = ref.startsWith(PREFIX) ? ref.substring(PREFIX.length()).split("/", -1) : NONE;
    boolean property = steps.length == 3 && steps[1].equals("properties");
    return property && find(ref) != null ? Map.entry(unescape(steps[0]), unescape(steps[2])) : null;
  }

  private static @Nullable Schema<?> child(Schema<?> parent, String group, String key) {
    if (group.equals("properties")) {
      return parent.getProperties() == null ? null : parent.getProperties().get(key);
    }
    List<?> branches =
        group.equals("anyOf")
            ? parent.getAnyOf()
            : group.equals("oneOf")
                ? parent.getOneOf()
                : group.equals("allOf") ? parent.getAllOf() : null;
    if (branches == null || !key.matches("\\d{1,4}") || Integer.parseInt(key) >= branches.size()) {
      return null;
    }
    return (Schema<?>) branches.get(Integer.parseInt(key));
  }

  private static @Nullable Schema<?> schemaOrNull(@Nullable Object schema) {
    return schema instanceof Schema ? (Schema<?>) schema : null;
  }

  private static String unescape(String step) {
    String plain = step;
    if (plain.indexOf('%') >= 0) {
      try {
        plain = URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException notEncoded) {
        plain = step;
      }
    }
    return plain.replace("~1", "/").replace("~0", "~");
  }
}
