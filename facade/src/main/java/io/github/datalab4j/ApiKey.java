package io.github.datalab4j;

import java.util.LinkedHashSet;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The API key: checked once, so that no request can fail over it, and never shown. */
final class ApiKey {
  static final String HEADER = "X-API-Key";
  private static final int SHORTEST_SECRET = 6;
  private static final String MASK = "***";

  private final String secret;

  private ApiKey(String secret) {
    this.secret = secret;
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
    return new ApiKey(secret);
  }

  /** For the header only. */
  String secret() {
    return secret;
  }

  /** The text with the key blotted out, as it stands and as JSON or a URL would write it. */
  String mask(String text) {
    if (secret.length() < SHORTEST_SECRET) {
      return text; // a word for tests: blotted out, it would spoil texts and addresses by chance
    }
    String masked = text;
    for (String form : forms()) {
      masked = masked.replace(form, MASK);
    }
    return masked;
  }

  private Set<String> forms() {
    Set<String> forms = new LinkedHashSet<>();
    String quoted = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    forms.add(quoted.replace("/", "\\/"));
    forms.add(quoted);
    HttpUrl url = new HttpUrl.Builder().scheme("http").host("h").addPathSegment(secret).build();
    forms.add(url.encodedPath().substring(1));
    HttpUrl query =
        new HttpUrl.Builder().scheme("http").host("h").addQueryParameter(secret, null).build();
    forms.add(String.valueOf(query.encodedQuery()));
    forms.add(secret);
    return forms;
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
