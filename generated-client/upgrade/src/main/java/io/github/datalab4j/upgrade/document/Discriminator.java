package io.github.datalab4j.upgrade.document;

import io.github.datalab4j.generator.model.ModelSpec;
import io.github.datalab4j.generator.model.UnionModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the alternatives of a union are told apart.
 *
 * @param property the field that tells them apart
 * @param alternatives by the field's values; the name of a class mostly, several joined
 */
public record Discriminator(String property, Map<String, String> alternatives) {
  static Map<String, Discriminator> all(List<ModelSpec> models) {
    Map<String, Discriminator> all = new TreeMap<>();
    for (ModelSpec model : models) {
      if (model instanceof UnionModel union && union.discriminator() != null) {
        all.put(union.origin(), new Discriminator(union.discriminator(), alternatives(union)));
      }
    }
    return all;
  }

  private static Map<String, String> alternatives(UnionModel union) {
    Map<String, String> alternatives = new TreeMap<>();
    union
        .cases()
        .forEach(
            (value, indexes) ->
                alternatives.put(
                    value,
                    indexes.stream()
                        .map(index -> union.alternatives().get(index).type().toString())
                        .sorted()
                        .collect(Collectors.joining(" or "))));
    return alternatives;
  }
}
