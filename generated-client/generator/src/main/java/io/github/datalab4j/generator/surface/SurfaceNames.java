package io.github.datalab4j.generator.surface;

import io.github.datalab4j.generator.naming.NameKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that the text of a surface holds. */
public final class SurfaceNames {
  private static final Pattern OPERATION = Pattern.compile("operation (\\S+ .+)");
  private static final Pattern METHOD = Pattern.compile("  method (\\w+)\\.(\\w+)");
  private static final Pattern CLASS = Pattern.compile("(parts|object|enum|union) (\\w+).*");
  private static final Pattern ORIGIN = Pattern.compile("  of (.+)");
  private static final Pattern FACTORY = Pattern.compile("  (\\w+) \"(.*)\"");
  private static final Pattern FIELD =
      Pattern.compile("  \"(.*?)\": [\\w@<>, ]+ (\\w+), (?:required|optional).*");
  private static final Pattern CONSTANT = Pattern.compile("  (.+): (\\w+)");
  private static final Pattern ALTERNATIVE =
      Pattern.compile("  ([A-Z]\\w*): ((?:Map<String, |[\\w@<> ])+?)(?: (of\\w+))?(?:, .*)?");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> origins = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> members = new LinkedHashMap<>();

  private SurfaceNames() {}

  /** Those of a text as {@link Surface} writes it. */
  public static SurfaceNames of(String surface) {
    SurfaceNames found = new SurfaceNames();
    for (String block : surface.split("\n\n", -1)) {
      found.read(block.split("\n", -1));
    }
    return found;
  }

  private void read(String[] lines) {
    Matcher operation = OPERATION.matcher(lines[0]);
    Matcher type = CLASS.matcher(lines[0]);
    if (lines.length < 2) {
      return;
    }
    Matcher method = METHOD.matcher(lines[1]);
    if (operation.matches() && method.matches()) {
      names.put(operation.group(1), method.group(2));
      names.put(NameKeys.ofInterface(method.group(1)), method.group(1));
    } else if (type.matches()) {
      Matcher origin = ORIGIN.matcher(lines[1]);
      String name = type.group(2);
      String from = origin.matches() ? origin.group(1) : name;
      String kind = type.group(1);
      names.putIfAbsent(
          kind.equals("parts") ? NameKeys.ofParts(from) : NameKeys.ofSchema(from), name);
      origins.put(name, from);
      Map<String, String> ofClass = members.computeIfAbsent(name, n -> new LinkedHashMap<>());
      for (int i = origin.matches() ? 2 : 1; i < lines.length; i++) {
        member(kind, lines[i], ofClass);
      }
    }
  }

  private static void member(String kind, String line, Map<String, String> ofClass) {
    Matcher part = FACTORY.matcher(line);
    Matcher field = FIELD.matcher(line);
    Matcher constant = CONSTANT.matcher(line);
    Matcher alternative = ALTERNATIVE.matcher(line);
    if (kind.equals("parts") && part.matches()) {
      ofClass.put(part.group(2), part.group(1));
    } else if (kind.equals("object") && field.matches()) {
      ofClass.put(field.group(1), field.group(2));
    } else if (kind.equals("enum") && constant.matches()) {
      ofClass.put(constant.group(1), constant.group(2));
    } else if (kind.equals("union") && alternative.matches()) {
      String factory = alternative.group(3);
      ofClass.put(alternative.group(2), alternative.group(1));
      ofClass.put("of " + alternative.group(2), factory == null ? "of" : factory);
    }
  }

  /**
   * Of methods by operation, for example {@code "GET /pets"} to {@code "listPets"}; of classes and
   * their members by {@link NameKeys}.
   */
  public Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>(names);
    members.forEach(
        (className, ofClass) ->
            ofClass.forEach((member, name) -> all.put(NameKeys.ofMember(className, member), name)));
    return all;
  }

  /** For each class the schema or operation that it is made for. */
  public Map<String, String> origins() {
    return origins;
  }

  /**
   * Of the members of each class. Fields and parts are called by the name that they have on the
   * wire, constants by their value as a Java literal, what makes a union of a type by {@code of}
   * and the type, the rest of what a union has for a type by the type.
   */
  public Map<String, Map<String, String>> members() {
    return members;
  }
}
