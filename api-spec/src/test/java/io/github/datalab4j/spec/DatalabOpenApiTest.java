package io.github.datalab4j.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DatalabOpenApiTest {
  private final String document = Yamls.text(Yamls.DOCUMENT);

  static List<String> published() {
    return Yamls.published();
  }

  @Test
  void isWhatWasPublishedUnited() {
    Map<String, Object> united =
        published().stream()
            .map(fragment -> Yamls.tree(Yamls.text(fragment)))
            .reduce(Fragments::unite)
            .orElseThrow();

    assertEquals(Yamls.canonical(united), Yamls.canonical(Yamls.tree(document)));
  }

  @ParameterizedTest
  @MethodSource("published")
  void keepsThePublishedTextOfEachFragment(String fragment) {
    String text = Yamls.text(fragment).stripTrailing() + "\n";
    List<String> blocks = published().size() == 1 ? List.of(text) : blocks(text);
    assertFalse(blocks.isEmpty());
    for (String block : blocks) {
      assertTrue(document.contains(block), () -> "not in the document word for word:\n" + block);
    }
  }

  @Test
  void isReadByAParserWholly() {
    OpenAPI api = parse(document).getOpenAPI();

    assertEquals(Yamls.keys(document, "paths"), api.getPaths().keySet());
    assertEquals(
        Yamls.keys(document, "components", "schemas"), api.getComponents().getSchemas().keySet());
  }

  @Test
  void isReadByAParserWithTheKnownMessagesOnly() {
    assertEquals(Yamls.knownMessages(), messages(document));
  }

  @Test
  void wouldNotBeReadWithTheKnownMessagesOnlyIfARequiredPartWereMissing() {
    String broken = document.replaceFirst("(?m)^  version: .*\n", "");

    assertTrue(broken.length() < document.length());
    assertFalse(Yamls.knownMessages().containsAll(messages(broken)));
  }

  private static List<String> messages(String yaml) {
    List<String> messages = parse(yaml).getMessages();
    return messages == null ? List.of() : new ArrayList<>(new TreeSet<>(messages));
  }

  private static SwaggerParseResult parse(String yaml) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    return new OpenAPIV3Parser().readContents(yaml, null, options);
  }

  /**
   * Cuts a document, word for word, at each key that stands at most four columns in: the paths, the
   * schemas, and what is around them.
   */
  private static List<String> blocks(String yaml) {
    List<String> blocks = new ArrayList<>();
    Matcher block =
        Pattern.compile("(?m)^ {0,4}[^ \\-].*\\n(?: {5,}.*\\n|\\n| +- .*\\n)*").matcher(yaml);
    while (block.find()) {
      blocks.add(block.group());
    }
    assertEquals(yaml, String.join("", blocks));
    return blocks;
  }
}
