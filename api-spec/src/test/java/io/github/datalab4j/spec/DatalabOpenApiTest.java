package io.github.datalab4j.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatalabOpenApiTest {
  private final String document = Yamls.text(Yamls.DOCUMENT);

  @Test
  void isTheTwoPublishedFragmentsUnited() {
    assertEquals(
        Yamls.canonical(
            Fragments.unite(
                Yamls.tree(Yamls.text(Yamls.ITERATE)), Yamls.tree(Yamls.text(Yamls.STATUS)))),
        Yamls.canonical(Yamls.tree(document)));
  }

  @ParameterizedTest
  @ValueSource(strings = {Yamls.ITERATE, Yamls.STATUS})
  void keepsThePublishedTextOfEachFragment(String fragment) {
    List<String> blocks = blocks(Yamls.text(fragment).stripTrailing() + "\n");
    assertTrue(blocks.size() >= 8, () -> "too few blocks: " + blocks);
    for (String block : blocks) {
      assertTrue(document.contains(block), () -> "not in the document word for word:\n" + block);
    }
  }

  @Test
  void isReadByAParserWithoutMessages() {
    SwaggerParseResult result = parse(document);

    assertEquals(List.of(), result.getMessages());
    OpenAPI api = result.getOpenAPI();
    assertEquals("3.1.0", api.getOpenapi());
    assertEquals(
        Set.of(
            "/api/v1/custom_processors/{processor_id}/iterate",
            "/api/v1/custom_pipelines/{lookup_key}"),
        api.getPaths().keySet());
    assertEquals(5, api.getComponents().getSchemas().size());
  }

  @Test
  void wouldNotBeReadWithoutMessagesIfARequiredPartWereMissing() {
    String broken = document.replace("  version: 0.0.1\n", "");

    assertTrue(broken.length() < document.length());
    assertTrue(!parse(broken).getMessages().isEmpty());
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
