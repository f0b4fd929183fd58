package io.github.datalab4j.benchmarks.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@link Pojos} that keep the fields that they do not name, as the generated models do. They have
 * annotations of Jackson's, and are for it alone; without such fields there is no map.
 */
final class KeepingPojos {
  private KeepingPojos() {}

  static final class Status extends Pojos.Status {
    @JsonAnySetter @JsonAnyGetter public @Nullable Map<String, @Nullable Object> unknown;
  }

  static final class Initial extends Pojos.Initial {
    @JsonAnySetter @JsonAnyGetter public @Nullable Map<String, @Nullable Object> unknown;
  }

  static final class Refused {
    public @Nullable List<Problem> detail;
    @JsonAnySetter @JsonAnyGetter public @Nullable Map<String, @Nullable Object> unknown;
  }

  static final class Problem extends Pojos.Problem {
    @JsonAnySetter @JsonAnyGetter public @Nullable Map<String, @Nullable Object> unknown;
  }
}
