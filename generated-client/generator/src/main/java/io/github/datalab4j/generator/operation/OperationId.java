package io.github.datalab4j.generator.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a document calls an operation, and the Java names that follow from it. */
public final class OperationId {
  private static final List<String> METHODS =
      Arrays.asList("get", "put", "post", "delete", "patch", "head", "options", "trace");
  // Python's \W knows the letters of every script, Java's only with this flag.
  private static final Pattern NO_WORD = Pattern.compile("\\W", Pattern.UNICODE_CHARACTER_CLASS);

  private final String method;
  private final String path;
  private final @Nullable String id;

  public OperationId(String method, String path, @Nullable String id) {
    this.method = method.toLowerCase(Locale.ROOT);
    this.path = path;
    this.id = id == null || id.trim().isEmpty() ? null : id.trim();
  }

  /** The HTTP method in capitals. */
  public String method() {
    return method.toUpperCase(Locale.ROOT);
  }

  public String path() {
    return path;
  }

  /** What tells this operation from every other of the document: {@code "GET /pets/{id}"}. */
  public String key() {
    return method() + " " + path;
  }

  /** The name without what FastAPI appends to it, for example {@code readPets}. */
  public String shortName() {
    return OperationWords.name(id == null ? fromPath() : strip(id));
  }

  /** The whole name, for example {@code readPetsApiV1PetsGet}. */
  public String longName() {
    return OperationWords.name(id == null ? fromPath() : id);
  }

  /** A name that no other operation has whose path differs in more than punctuation. */
  public String pathName() {
    return OperationWords.name(id == null ? fromPath() : strip(id) + " " + fromPath());
  }

  /**
   * Undoes FastAPI's rule: the function's name, the path with {@code \W} as {@code _}, the method.
   */
  private String strip(String operationId) {
    String suffix = NO_WORD.matcher(path).replaceAll("_");
    // A route with two methods has one operationId, with the suffix of only one of them.
    for (String each : METHODS) {
      if (operationId.endsWith(suffix + "_" + each)) {
        return rest(operationId, suffix.length() + each.length() + 1);
      }
    }
    return operationId;
  }

  private static String rest(String operationId, int cut) {
    String rest = operationId.substring(0, operationId.length() - cut);
    return OperationWords.hasWord(rest) ? rest : operationId;
  }

  private String fromPath() {
    StringBuilder words = new StringBuilder(method);
    for (String segment : path.split("/", -1)) {
      words.append(segment.startsWith("{") ? " by " : " ").append(segment);
    }
    return words.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OperationId
        && key().equals(((OperationId) other).key())
        && Objects.equals(id, ((OperationId) other).id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(method, path, id);
  }

  @Override
  public String toString() {
    return key();
  }
}
