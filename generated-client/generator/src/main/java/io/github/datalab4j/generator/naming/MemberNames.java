package io.github.datalab4j.generator.naming;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names the members of one class: accessors, constants, the methods of a union, makers of parts.
 * What the surface file knows keeps its name: first {@link #keep} all of them, then ask for the
 * names.
 */
public final class MemberNames {
  private final NameScope scope;
  private final String className;
  private final Map<String, String> known;
  private final BiConsumer<String, String> renamed;
  private final Map<String, String> kept = new HashMap<>();

  /**
   * Names nothing yet.
   *
   * @param scope what is taken already
   * @param known names by {@link NameKeys#ofMember}; may hold others too
   * @param renamed is told each member that gets another name than wished for, and the name
   */
  public MemberNames(
      NameScope scope,
      String className,
      Map<String, String> known,
      BiConsumer<String, String> renamed) {
    this.scope = scope;
    this.className = className;
    this.known = known;
    this.renamed = renamed;
  }

  /** The name that the surface file knows, or null. */
  public @Nullable String known(String member) {
    return known.get(NameKeys.ofMember(className, member));
  }

  /** Takes the name that the surface file knows, so that no other member gets it. */
  public void keep(String member, String wish) {
    String name = known(member);
    if (name != null && name.matches(Pattern.quote(wish) + "\\d*") && scope.take(name)) {
      kept.put(member, name);
    }
  }

  /** The name that was kept, or else a free one. */
  public String name(String member, String wish) {
    String known = kept.remove(member);
    String name = known == null ? scope.unique(wish) : known;
    if (!name.equals(wish)) {
      renamed.accept(member, name);
    }
    return name;
  }
}
