package io.github.datalab4j.generator.schema;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Alternatives without a form of their own: they only ask for something, as constraints do. */
public final class Rules {
  private Rules() {}

  /** Whether the alternatives are rules about values that have their form already: no union. */
  public static boolean areAlternatives(Shape shape, Function<Schema<?>, Shape> shapes) {
    boolean ownForm = !shape.types().isEmpty() || !shape.properties().isEmpty();
    return ownForm
        && shape.alternatives().stream().anyMatch(each -> shapes.apply(each).isShapeless());
  }

  /**
   * All constraints of a shape; such alternatives are one of them, for example {@code alternatives}
   * to {@code requires "a" or requires "b"}.
   */
  public static SortedMap<String, String> of(Shape shape, Function<Schema<?>, Shape> shapes) {
    SortedMap<String, String> all = new TreeMap<>(shape.constraints());
    if (areAlternatives(shape, shapes)) {
      List<String> rules = new ArrayList<>();
      for (Schema<?> alternative : shape.alternatives()) {
        List<String> words = Constraints.words(shapes.apply(alternative).constraints());
        rules.add(words.isEmpty() ? "anything" : String.join(" and ", words));
      }
      all.put(Constraints.ALTERNATIVES, String.join(" or ", rules));
    }
    return all;
  }
}
