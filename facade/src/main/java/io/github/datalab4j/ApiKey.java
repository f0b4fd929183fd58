package io.github.datalab4j;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The API key: checked once, so that no request can fail over it, and never shown. */
final class ApiKey {
  static final String HEADER = "X-API-Key";
  private static final int SHORTEST_SECRET = 6;
  private static final int LONGEST = 1024; // each character makes ten of the pattern
  private static final int LONGEST_ESCAPE = 20; // characters for one of the key's
  private static final String MASK = "***";

  private static final String ESCAPES = "\\\\{1,4}"; // JSON within JSON escapes what escapes
  private static final ByteString OPEN_ESCAPES = ByteString.encodeUtf8("\\%&");
  private static final String AMPERSAND = "(?:&|" + ESCAPES + "u0026)"; // as Go writes it in JSON

  private static final String[] HTML_NAMES = {"amp", "lt", "gt", "quot", "apos"};

  private final String secret;
  private final ByteString bytes;
  private final Pattern everyForm;

  private ApiKey(String secret) {
    this.secret = secret;
    this.bytes = ByteString.encodeUtf8(secret);
    this.everyForm = everyForm(secret);
  }

  /** Throws {@link IllegalArgumentException}, which does not show the key, when it is none. */
  static ApiKey of(@Nullable String secret) {
    if (secret == null || secret.trim().isEmpty()) {
      throw new IllegalArgumentException(
          "No API key: set the environment variable DATALAB_API_KEY, or call apiKey(…).");
    }
    for (int i = 0; i < secret.length(); i++) {
      if (secret.charAt(i) <= ' ' || secret.charAt(i) > '~') {
        throw new IllegalArgumentException(
            "The API key holds white space, a control or a non-ASCII character at position "
                + (i + 1)
                + ": copy it again, without the line's end.");
      }
    }
    if (secret.length() > LONGEST) {
      throw new IllegalArgumentException(
          "The API key has "
              + secret.length()
              + " characters, more than "
              + LONGEST
              + ": is it a whole file?");
    }
    return new ApiKey(secret);
  }

  /** For the header only. */
  String secret() {
    return secret;
  }

  /** The text with the key blotted out, as it stands and as JSON, a URL or HTML may escape it. */
  String mask(String text) {
    return secret.length() < SHORTEST_SECRET
        ? text // a word for tests: blotted out, it would spoil texts and addresses by chance
        : everyForm.matcher(text).replaceAll(MASK);
  }

  /** Whether {@link #maskAll} may find the key in what these bytes of JSON stand for. */
  boolean mayBeIn(Buffer json) throws IOException {
    return secret.length() >= SHORTEST_SECRET
        && (json.indexOfElement(OPEN_ESCAPES) >= 0 || json.indexOf(bytes) >= 0);
  }

  /** The same of a text that may have been cut off within the key. */
  String maskCut(String text) {
    String masked = mask(text);
    if (secret.length() >= SHORTEST_SECRET) {
      int end = masked.length();
      Matcher matcher = everyForm.matcher(masked);
      int first = Math.max(0, end - LONGEST_ESCAPE * secret.length());
      for (int start = first; start <= end - SHORTEST_SECRET; start++) {
        // What does not match, but might if the text went on, begins as the key does; with escapes
        // fewer of its characters will do.
        if (!matcher.region(start, end).lookingAt() && matcher.hitEnd()) {
          return masked.substring(0, start) + MASK;
        }
      }
    }
    return masked;
  }

  /** Whether a text holds the key, or did before it was masked. */
  boolean isIn(String text) {
    return text.contains(MASK) || !mask(text).equals(text);
  }

  /** An error for others to see; null if it tells the key, be it by one that it carries. */
  @Nullable Throwable shown(@Nullable Throwable error) {
    return error == null || tells(error, Collections.newSetFromMap(new IdentityHashMap<>()))
        ? null
        : error;
  }

  private boolean tells(Throwable error, Set<Throwable> seen) {
    if (!seen.add(error)) {
      return false;
    }
    String words = error.toString();
    if (!mask(words).equals(words)) {
      return true;
    }
    for (Throwable suppressed : error.getSuppressed()) {
      if (tells(suppressed, seen)) {
        return true;
      }
    }
    @Nullable Throwable cause = error.getCause();
    return cause != null && tells(cause, seen);
  }

  /** The same of every text of a JSON value, names of fields too. */
  @Nullable Object maskAll(@Nullable Object json) {
    if (json instanceof String) {
      return mask((String) json);
    }
    if (json instanceof List) {
      List<@Nullable Object> items = new ArrayList<>();
      for (Object item : (List<?>) json) {
        items.add(maskAll(item));
      }
      return items;
    }
    if (json instanceof Map) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      for (Map.Entry<?, ?> field : ((Map<?, ?>) json).entrySet()) {
        fields.put(mask(String.valueOf(field.getKey())), maskAll(field.getValue()));
      }
      return fields;
    }
    return json;
  }

  /** Escapes are taken character by character, since nobody escapes all of them or none. */
  private static Pattern everyForm(String secret) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < secret.length(); i++) {
      String plain = secret.substring(i, i + 1);
      int code = secret.charAt(i);
      String hex = "(?i:" + String.format("%02x", code) + ")";
      regex.append("(?:").append(Pattern.quote(plain));
      if ("\"\\/".contains(plain)) {
        regex.append('|').append(ESCAPES).append(Pattern.quote(plain));
      }
      regex.append("|%").append(hex).append('|').append(ESCAPES).append("u00").append(hex);
      regex.append('|').append(AMPERSAND).append("#(?:0{0,5}").append(code);
      regex.append("|[xX]0{0,5}").append(hex).append(");");
      int named = "&<>\"'".indexOf(plain);
      if (named >= 0) {
        regex.append('|').append(AMPERSAND).append(HTML_NAMES[named]).append(';');
      }
      regex.append(')');
    }
    return Pattern.compile(regex.toString());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApiKey && secret.equals(((ApiKey) other).secret);
  }

  @Override
  public int hashCode() {
    return secret.hashCode();
  }

  @Override
  public String toString() {
    return MASK;
  }
}
