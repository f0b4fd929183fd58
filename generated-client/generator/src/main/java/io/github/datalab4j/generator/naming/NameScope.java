package io.github.datalab4j.generator.naming;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps names apart that must not be equal. The first comer keeps the name, the next get a number.
 */
public final class NameScope {
  private final boolean ignoreCase;
  private final Set<String> taken = new HashSet<>();

  private NameScope(boolean ignoreCase) {
    this.ignoreCase = ignoreCase;
  }

  /** For names of one class or method. */
  public static NameScope ofMembers() {
    return new NameScope(false);
  }

  /** For names of files: no two differ in case only, for file systems that ignore it. */
  public static NameScope ofFiles() {
    return new NameScope(true);
  }

  /** Takes a name if it is free. */
  public boolean take(String name) {
    return taken.add(key(name));
  }

  public boolean isTaken(String name) {
    return taken.contains(key(name));
  }

  /** Takes the name, or the first free one of those with a number, from 2, behind it. */
  public String unique(String name) {
    String candidate = name;
    for (int i = 2; !take(candidate); i++) {
      candidate = name + i;
    }
    return candidate;
  }

  private String key(String name) {
    return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
  }
}
