package io.github.datalab4j.generator.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of the document as Retrofit takes it: relative, so that a base URL with a path keeps it,
 * and with placeholders that Retrofit knows as such.
 */
final class RetrofitPath {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
  private static final Pattern RETROFIT_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");

  /** A segment that leads to another place, as OkHttp understands it. */
  private static final Pattern DOTS = Pattern.compile("(?i)(\\.|%2e){1,2}");

  private final String template;
  private final Map<String, String> placeholders;
  private final String firstSegment;

  private RetrofitPath(String template, Map<String, String> placeholders) {
    this.template = template;
    this.placeholders = placeholders;
    this.firstSegment = firstSegment(template);
  }

  static RetrofitPath of(String path) {
    Map<String, String> placeholders = new LinkedHashMap<>();
    StringBuilder template = new StringBuilder();
    String relative = withoutQueryPlaceholders(path);
    Matcher matcher = PLACEHOLDER.matcher(relative);
    int end = 0;
    while (matcher.find()) {
      template.append(literal(relative.substring(end, matcher.start())));
      String name = documentName(matcher.group(1));
      String placeholder = placeholders.computeIfAbsent(name, n -> placeholder(n, placeholders));
      template.append('{').append(placeholder).append('}');
      end = matcher.end();
    }
    template.append(literal(relative.substring(end)));
    String inside = withoutDots(template.toString()).replaceFirst("^/+", "");
    return new RetrofitPath(withoutScheme(inside, placeholders.isEmpty()), placeholders);
  }

  /** Whether segments of the path were left out, as they would lead out of the base URL. */
  static boolean hasDots(String path) {
    String encoded = literal(path);
    return !withoutDots(encoded).equals(encoded);
  }

  private static String withoutDots(String path) {
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    List<String> segments = new ArrayList<>(Arrays.asList(plain.split("/", -1)));
    segments.removeIf(segment -> DOTS.matcher(segment).matches());
    return String.join("/", segments) + path.substring(plain.length());
  }

  /** Retrofit takes a fixed query in the path, but no placeholder in it. */
  private static String withoutQueryPlaceholders(String path) {
    int query = path.indexOf('?');
    return query >= 0 && path.indexOf('{', query) >= 0 ? path.substring(0, query) : path;
  }

  /** {@code {path:path}} and {@code {id:[0-9]+}} name a pattern after the colon. */
  private static String documentName(String inside) {
    int colon = inside.indexOf(':');
    return (colon > 0 ? inside.substring(0, colon) : inside).trim();
  }

  private static String placeholder(String name, Map<String, String> others) {
    boolean free = RETROFIT_NAME.matcher(name).matches() && !others.containsValue(name);
    String placeholder = free ? name : "p" + others.size();
    while (others.containsValue(placeholder)) {
      placeholder += "_";
    }
    return placeholder;
  }

  /** OkHttp takes a backslash for a slash, and drops blanks at both ends. */
  private static String literal(String text) {
    StringBuilder literal = new StringBuilder();
    for (char c : text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").toCharArray()) {
      if (c <= ' ' || c == '\u007f' || "#{}\\".indexOf(c) >= 0) {
        literal.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        literal.append(c);
      }
    }
    return literal.toString();
  }

  /**
   * "." is the base URL itself; a colon in the first segment would make it a scheme. Retrofit takes
   * no segment of a dot in a path that it puts values into.
   */
  private static String withoutScheme(String relative, boolean fixed) {
    if (relative.isEmpty()) {
      return ".";
    }
    String first = firstSegment(relative);
    if (fixed && first.contains(":")) {
      return "./" + relative;
    }
    return first.replace(":", "%3A") + relative.substring(first.length());
  }

  private static String firstSegment(String relative) {
    int slash = relative.indexOf('/');
    return slash < 0 ? relative : relative.substring(0, slash);
  }

  /** Whether the first segment has a colon, which goes out as {@code %3A}. */
  boolean hasEncodedColon() {
    return firstSegment.contains("%3A");
  }

  /** For Retrofit's annotation. */
  String template() {
    return template;
  }

  /** Retrofit's placeholders by the names of the document's parameters, in order. */
  Map<String, String> placeholders() {
    return placeholders;
  }

  /** Retrofit's placeholder for a parameter that the path has. */
  String placeholder(String parameter) {
    return Objects.requireNonNull(placeholders.get(parameter), parameter);
  }

  /** Whether a value becomes the start of the relative URL, where a colon means a scheme. */
  boolean startsWith(String placeholder) {
    return firstSegment.contains("{" + placeholder + "}");
  }
}
