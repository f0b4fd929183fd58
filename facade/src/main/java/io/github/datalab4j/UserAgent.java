package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/** What the client calls itself. */
final class UserAgent {
  /** As the POM has it: a test compares the two. */
  static final String VERSION = "0.1.0-SNAPSHOT";

  private UserAgent() {}

  /** {@code datalab4j/1.2.3}, and after a space what the application calls itself, if it does. */
  static String of(@Nullable String application) {
    String own = "datalab4j/" + VERSION;
    if (application == null) {
      return own;
    }
    for (int i = 0; i < application.length(); i++) {
      if (application.charAt(i) < ' ' || application.charAt(i) > '~') {
        throw new IllegalArgumentException(
            "The application's name \""
                + application
                + "\" does not fit into a header: use ASCII, such as \"invoices/2.1\".");
      }
    }
    return application.trim().isEmpty() ? own : own + " " + application.trim();
  }
}
