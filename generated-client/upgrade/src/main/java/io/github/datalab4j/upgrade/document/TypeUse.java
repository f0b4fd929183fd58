package io.github.datalab4j.upgrade.document;

import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.schema.Constraints;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The type of a value at one place of the document.
 *
 * @param wire what is sent
 * @param nullable whether null may stand for it
 * @param spelling how the document says it, where two ways of saying it mean the same; else empty
 * @param constraints how the values are narrowed, those inside of lists, maps and unions too: by
 *     keyword the bound as text; those of a structure stand there
 */
public record TypeUse(
    WireType wire, boolean nullable, String spelling, Map<String, String> constraints) {
  private static final String REQUIRES = "requires";

  /** Any JSON, null too. */
  public static final TypeUse ANYTHING = of(WireType.ANYTHING, true);

  static TypeUse of(WireType wire, boolean nullable) {
    return new TypeUse(wire, nullable, "", Map.of());
  }

  /** Whether it asks for a field of that name, though none is described. */
  public boolean requires(String name) {
    return undescribed().contains(JavaText.literal(name));
  }

  /** The same, but that it does not ask for these fields. */
  public TypeUse notRequiring(Collection<String> names) {
    Set<String> left = undescribed();
    names.forEach(name -> left.remove(JavaText.literal(name)));
    Map<String, String> others = new TreeMap<>(constraints);
    others.remove(REQUIRES);
    if (!left.isEmpty()) {
      others.put(REQUIRES, String.join(Constraints.AND, left));
    }
    return new TypeUse(wire, nullable, spelling, others);
  }

  private Set<String> undescribed() {
    String names = constraints.getOrDefault(REQUIRES, "");
    return new TreeSet<>(names.isEmpty() ? List.of() : List.of(names.split(Constraints.AND, -1)));
  }

  @Override
  public String toString() {
    boolean plain = !nullable || wire.equals(WireType.ANYTHING) || wire.equals(WireType.NULL);
    return plain ? wire.toString() : wire + " or null";
  }
}
