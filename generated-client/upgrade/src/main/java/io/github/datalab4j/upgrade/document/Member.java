package io.github.datalab4j.upgrade.document;

/**
 * What a field becomes in Java.
 *
 * @param name of the accessor and of the builder's method
 * @param result the accessor's type with its nullness; empty where the class is not known
 * @param parameter the builder's type with its nullness
 * @param presence the name of the method that tells absent from null; empty where there is none
 */
public record Member(String name, String result, String parameter, String presence) {
  /** A field of a structure that has no class. */
  public static final Member NONE = new Member("", "", "", "");

  public boolean isKnown() {
    return !name.isEmpty();
  }
}
