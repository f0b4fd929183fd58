package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.naming.MemberNames;
import io.github.datalab4j.generator.naming.NameKeys;
import io.github.datalab4j.generator.naming.NameScope;
import io.github.datalab4j.generator.report.Findings;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names the classes that make file parts. What the surface file knows keeps its name. */
final class PartsNames {
  private final NameScope files = NameScope.ofFiles();
  private final NameScope models = NameScope.ofFiles();
  private final Map<String, String> known;
  private final Map<String, String> ownerOfFile = new HashMap<>();

  /**
   * Names nothing yet.
   *
   * @param interfaces the names that are taken in the same package
   * @param models names to keep away from, for an interface may import them
   * @param known names of classes and members by {@link NameKeys}; may hold others too
   */
  PartsNames(Collection<String> interfaces, Collection<String> models, Map<String, String> known) {
    this.known = known;
    interfaces.forEach(files::take);
    models.forEach(this.models::take);
    known.forEach(
        (key, name) -> {
          if (key.startsWith(NameKeys.ofParts(""))) {
            ownerOfFile.put(name.toLowerCase(Locale.ROOT), key);
          }
        });
  }

  /** Takes the name for one operation: short, or with that of its interface before it. */
  String take(String operation, String apiName, String methodName) {
    String key = NameKeys.ofParts(operation);
    String shortName = JavaNames.pascal(methodName) + "Parts";
    String longName = apiName.replaceAll("Api$", "") + shortName;
    String kept = known.getOrDefault(key, "");
    boolean stays = kept.equals(shortName) || kept.matches(Pattern.quote(longName) + "\\d*");
    if (stays && take(kept, key)) {
      return kept;
    }
    String name = shortName;
    for (int i = 1; models.isTaken(name) || !take(name, key); i++) {
      name = i == 1 ? longName : longName + i;
    }
    return name;
  }

  /** Names the methods of the class for one operation. */
  MemberNames ofMembers(String operation, Findings findings) {
    String className = known.getOrDefault(NameKeys.ofParts(operation), "");
    return new MemberNames(
        NameScope.ofMembers(),
        className,
        known,
        (part, name) -> findings.renamed(operation + " " + part, "its maker is named " + name));
  }

  private boolean take(String name, String key) {
    String owner = ownerOfFile.getOrDefault(name.toLowerCase(Locale.ROOT), key);
    return owner.equals(key) && files.take(name);
  }
}
