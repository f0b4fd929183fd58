package io.github.datalab4j.upgrade.document;

import java.util.Map;

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
  /** Any JSON, null too. */
  public static final TypeUse ANYTHING = of(WireType.ANYTHING, true);

  static TypeUse of(WireType wire, boolean nullable) {
    return new TypeUse(wire, nullable, "", Map.of());
  }

  @Override
  public String toString() {
    boolean plain = !nullable || wire.equals(WireType.ANYTHING) || wire.equals(WireType.NULL);
    return plain ? wire.toString() : wire + " or null";
  }
}
