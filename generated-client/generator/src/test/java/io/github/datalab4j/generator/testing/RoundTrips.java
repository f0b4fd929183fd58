package io.github.datalab4j.generator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.squareup.moshi.JsonAdapter;
import io.github.datalab4j.generator.model.TypeResolver;
import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.OpenAPI;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Random values for every schema of a document, read and written by its models: valid ones, and
 * ones as a newer service would send them. The seed can be set: {@code -Ddatalab4j.seed}.
 */
public final class RoundTrips {
  private static final long SEED = Long.getLong("datalab4j.seed", 20261121);
  private static final int TRIES = 30;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final RawDocument document;
  private final GeneratedModels models;
  private final int instances;
  private final ValidJson validJson;
  private final ValidJson validNewer;
  private final List<String> failures = new ArrayList<>();
  private final List<String> withoutValue = new ArrayList<>();
  private int schemas;
  private int values;

  private RoundTrips(RawDocument document, GeneratedModels models, int instances) {
    this.document = document;
    this.models = models;
    this.instances = instances;
    this.validJson = new ValidJson(document, false);
    this.validNewer = new ValidJson(document, true);
  }

  /**
   * Makes, reads and writes the values.
   *
   * @param instances how many of each of both kinds for each schema
   */
  public static RoundTrips of(String text, int instances) {
    OpenAPI parsed = Documents.parse(text);
    return of(parsed, RawDocument.of(text), instances);
  }

  static RoundTrips of(OpenAPI parsed, RawDocument document, int instances) {
    TypeResolver types = new TypeResolver(parsed, new Findings());
    Map<String, JavaType> places = SchemaPlaces.of(parsed, types);
    RoundTrips trips = new RoundTrips(document, GeneratedModels.of(types), instances);
    places.forEach(trips::tryAll);
    return trips;
  }

  /** What did not come through unchanged, numbers compared by value: the first of each schema. */
  public List<String> failures() {
    return failures;
  }

  /** The schemas for which no valid value was found. */
  public List<String> withoutValue() {
    return withoutValue;
  }

  /** How much was tried, in words. */
  @Override
  public String toString() {
    return schemas + " schemas, " + values + " values";
  }

  private void tryAll(String pointer, JavaType type) {
    if (document.at(pointer).isMissingNode()) {
      return;
    }
    schemas++;
    JsonAdapter<Object> adapter = models.adapter(type);
    Predicate<JsonNode> valid = validJson.at(pointer);
    Predicate<JsonNode> validOfNewer = validNewer.at(pointer);
    int found = 0;
    for (int i = 0; i < instances; i++) {
      long seed = SEED + 31L * pointer.hashCode() + i;
      JsonNode value = value(pointer, new Instances(document, seed, false), valid);
      JsonNode newer = value(pointer, new Instances(document, seed, true), validOfNewer);
      found += value == null ? 0 : 1;
      if (!passes(adapter, pointer, seed, value) || !passes(adapter, pointer, seed, newer)) {
        return;
      }
    }
    if (found == 0) {
      withoutValue.add(pointer);
    }
  }

  private static @Nullable JsonNode value(
      String pointer, Instances random, Predicate<JsonNode> valid) {
    for (int i = 0; i < TRIES; i++) {
      JsonNode value = random.at(pointer);
      if (!value.isMissingNode() && valid.test(value)) {
        return value;
      }
    }
    return null;
  }

  private boolean passes(
      JsonAdapter<Object> adapter, String pointer, long seed, @Nullable JsonNode value) {
    if (value == null) {
      return true;
    }
    values++;
    String problem = problem(adapter, value);
    if (problem != null) {
      failures.add(pointer + " (seed " + seed + ") " + problem);
    }
    return problem == null;
  }

  private static @Nullable String problem(JsonAdapter<Object> adapter, JsonNode before) {
    try {
      Object value = adapter.fromJson(before.toString());
      callAccessors(value);
      JsonNode after = MAPPER.readTree(adapter.toJson(value));
      return SameJson.same(before, after) ? null : before + " became " + after;
    } catch (Exception e) {
      return before + ": " + e;
    }
  }

  /** Of an object: none may fail, whatever is absent or null. */
  private static void callAccessors(@Nullable Object value) {
    List<String> names = new ArrayList<>();
    if (value != null && value.getClass().getName().startsWith(ModelSources.PACKAGE)) {
      for (Method method : value.getClass().getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 0) {
          names.add(method.getName());
        }
      }
    }
    if (names.contains("toBuilder")) {
      names.forEach(name -> GeneratedModels.call(value, name));
    }
  }
}
