package io.github.datalab4j.generator;

import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the parser finds wrong with a document; the framework tells it only to refuse it. */
final class ParserMessages {
  private ParserMessages() {}

  /**
   * Sorted, each once.
   *
   * @return null where nobody was asked: to read a document from the net again takes what the
   *     framework was given to read it, and does not tell us
   */
  static @Nullable List<String> of(@Nullable String address) {
    if (address == null || address.isEmpty() || address.matches("(?i)https?:.*")) {
      return null;
    }
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result = new OpenAPIParser().readLocation(address, null, options);
    Set<String> messages = new TreeSet<>();
    if (result != null && result.getMessages() != null) {
      for (@Nullable String message : result.getMessages()) {
        if (message != null) { // that of an exception of the parser without one
          messages.add(message);
        }
      }
    }
    return new ArrayList<>(messages);
  }
}
