package io.github.datalab4j.generator.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** Equality of JSON with numbers compared by value. */
public final class SameJson {
  private SameJson() {}

  public static boolean same(JsonNode one, JsonNode other) {
    return one.equals(
        (a, b) ->
            a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.equals(b) ? 0 : 1,
        other);
  }
}
