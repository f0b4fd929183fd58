package io.github.datalab4j.generator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.squareup.moshi.JsonAdapter;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Random valid values of every schema of a document, read and written by its models. */
public final class RoundTrips {
  private static final long SEED = 20261121;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RoundTrips() {}

  /**
   * What did not come through unchanged, at most ten; numbers are compared by value.
   *
   * @param instances how many values of each schema
   */
  public static List<String> failures(OpenAPI document, int instances) {
    GeneratedModels models = GeneratedModels.of(document);
    Instances random = new Instances(document, SEED);
    List<String> failures = new ArrayList<>();
    models
        .types()
        .components()
        .all()
        .forEach(
            (name, schema) -> {
              for (int i = 0; i < instances && failures.size() < 10; i++) {
                String problem = problem(models, name, random.of(schema));
                if (problem != null) {
                  failures.add(name + " " + problem);
                }
              }
            });
    return failures;
  }

  private static @Nullable String problem(
      GeneratedModels models, String component, @Nullable Object instance) {
    JsonNode before = MAPPER.valueToTree(instance);
    try {
      JsonAdapter<Object> adapter = models.adapter(models.types().resolveComponent(component));
      JsonNode after = MAPPER.readTree(adapter.toJson(adapter.fromJson(before.toString())));
      return SameJson.same(before, after) ? null : before + " became " + after;
    } catch (Exception e) {
      return before + ": " + e;
    }
  }
}
