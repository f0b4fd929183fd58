package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.schema.Property;
import io.github.datalab4j.generator.schema.Shape;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields that every value of a form has to have: it requires them, or each alternative does.
 */
final class RequiredFields {
  private final MethodScope scope;
  private final IdentityHashMap<Schema<?>, Set<String>> known = new IdentityHashMap<>();

  RequiredFields(MethodScope scope) {
    this.scope = scope;
  }

  Set<String> of(Shape form) {
    Set<String> required = new HashSet<>(form.required());
    Set<String> common = null;
    for (Schema<?> alternative : form.alternatives()) {
      Set<String> more = of(alternative);
      if (common == null) {
        common = new HashSet<>(more);
      } else {
        common.retainAll(more);
      }
    }
    if (common != null) {
      required.addAll(common);
    }
    required.removeIf(name -> isOnlyAnswered(form.properties().get(name)));
    return required;
  }

  /** One that holds itself requires nothing more by that. */
  private Set<String> of(Schema<?> alternative) {
    Set<String> required = known.get(alternative);
    if (required == null) {
      known.put(alternative, Set.of());
      required = of(scope.shapeOf(alternative));
      known.put(alternative, required);
    }
    return required;
  }

  private boolean isOnlyAnswered(@Nullable Property property) {
    return property != null && scope.shapeOf(property.schema()).readOnly();
  }
}
