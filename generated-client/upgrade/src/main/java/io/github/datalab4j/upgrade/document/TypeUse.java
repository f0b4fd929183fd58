package io.github.datalab4j.upgrade.document;

/**
 * The type of a value at one place of the document.
 *
 * @param wire what is sent
 * @param nullable whether null may stand for it
 * @param spelling how the document says it, where two ways of saying it mean the same; else empty
 */
public record TypeUse(WireType wire, boolean nullable, String spelling) {
  /** Any JSON, null too. */
  public static final TypeUse ANYTHING = new TypeUse(WireType.ANYTHING, true, "");

  @Override
  public String toString() {
    boolean plain = !nullable || wire.equals(WireType.ANYTHING) || wire.equals(WireType.NULL);
    return plain ? wire.toString() : wire + " or null";
  }
}
