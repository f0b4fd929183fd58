package io.github.datalab4j.generator.testing;

import io.github.datalab4j.generator.schema.Components;
import io.github.datalab4j.generator.schema.JsonType;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.schema.ShapeReader;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random JSON values that are valid against a schema, with unknown fields and enum values mixed in.
 */
public final class Instances {
  private static final int DEEPEST = 6;

  private final ShapeReader reader;
  private final Random random;

  public Instances(OpenAPI document, long seed) {
    this.reader = new ShapeReader(new Components(document));
    this.random = new Random(seed);
  }

  /** As String, Boolean, Long, Double, List, Map or null. */
  public @Nullable Object of(Schema<?> schema) {
    return of(schema, 0);
  }

  private @Nullable Object of(Schema<?> schema, int depth) {
    Shape shape = reader.read(schema);
    if (shape.onlyNull() || (shape.nullable() && random.nextInt(4) == 0)) {
      return null;
    }
    boolean rulesOnly =
        shape.alternatives().stream().allMatch(rule -> reader.read(rule).isShapeless());
    if (!rulesOnly) {
      Schema<?> one = shape.alternatives().get(random.nextInt(shape.alternatives().size()));
      Object value = of(one, depth + 1);
      if (value instanceof Map && !shape.properties().isEmpty()) {
        Map<String, Object> both = object(shape, depth);
        ((Map<?, ?>) value).forEach((key, inner) -> both.put(key.toString(), inner));
        return both;
      }
      return value;
    }
    if (shape.values() != null) {
      boolean text = shape.values().get(0) instanceof String;
      return text && random.nextInt(5) == 0 && shape.values().size() > 1
          ? "unknown"
          : shape.values().get(random.nextInt(shape.values().size()));
    }
    if (shape.constant() != null) {
      return shape.constant();
    }
    List<JsonType> types = new ArrayList<>(shape.types());
    if (types.contains(JsonType.NUMBER)) {
      // A number is a double, and a double holds no whole number of 64 bits.
      types.remove(JsonType.INTEGER);
    }
    if (types.isEmpty()) {
      boolean object = !shape.properties().isEmpty() || shape.additional() != null;
      return object
          ? object(shape, depth)
          : shape.items() != null ? list(shape, depth) : any(depth);
    }
    return ofType(types.get(random.nextInt(types.size())), shape, depth);
  }

  private @Nullable Object ofType(JsonType type, Shape shape, int depth) {
    switch (type) {
      case STRING:
        return text();
      case BOOLEAN:
        return random.nextBoolean();
      case INTEGER:
        return "int32".equals(shape.format()) ? (long) random.nextInt() : random.nextLong();
      case NUMBER:
        return random.nextBoolean() ? (Object) random.nextGaussian() : (long) random.nextInt(1000);
      case ARRAY:
        return list(shape, depth);
      default:
        return object(shape, depth);
    }
  }

  private Object list(Shape shape, int depth) {
    List<Object> list = new ArrayList<>();
    int size = depth > DEEPEST ? 0 : random.nextInt(4);
    for (int i = 0; i < size; i++) {
      list.add(shape.items() == null || shape.tuple() ? any(depth) : of(shape.items(), depth + 1));
    }
    return list;
  }

  private Map<String, Object> object(Shape shape, int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    shape
        .properties()
        .forEach(
            (name, property) -> {
              boolean required = shape.required().contains(name);
              if (required || (depth < DEEPEST && random.nextInt(3) > 0)) {
                object.put(name, of(property.schema(), depth + 1));
              }
            });
    if (depth < DEEPEST && random.nextInt(3) == 0) {
      object.put(
          "unknown \"field\"",
          shape.additional() == null ? any(depth) : of(shape.additional(), depth + 1));
    }
    return object;
  }

  private @Nullable Object any(int depth) {
    switch (random.nextInt(depth > 3 ? 5 : 7)) {
      case 0:
        return null;
      case 1:
        return text();
      case 2:
        return random.nextBoolean();
      case 3:
        return random.nextLong();
      case 4:
        return random.nextGaussian();
      case 5:
        List<Object> list = new ArrayList<>();
        list.add(any(depth + 1));
        list.add(any(depth + 1));
        return list;
      default:
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(text(), any(depth + 1));
        return map;
    }
  }

  private String text() {
    String[] texts = {"", "abc", "2020-01-01T00:00:00", "ä\"\\\n\u2028", "5", "true", "null"};
    return texts[random.nextInt(texts.length)] + (random.nextBoolean() ? "" : random.nextInt(9));
  }
}
