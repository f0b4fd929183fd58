package io.github.datalab4j.upgrade.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.github.datalab4j.generator.document.UnreadableDocumentException;
import io.swagger.v3.parser.util.DeserializationUtils;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Writes JSON as YAML that holds the same values, once it is read again. */
final class YamlText {
  private YamlText() {}

  /**
   * The same as YAML, in the same order; with few quotes, if that leaves it the same.
   *
   * @param origin where it came from, for messages
   */
  static String ofJson(String origin, String json) throws UnreadableDocumentException {
    try {
      JsonNode tree = new JsonMapper().readTree(json);
      for (YAMLMapper writer : Mappers.WRITERS) {
        String yaml = writer.writeValueAsString(tree);
        if (isSame(tree, yaml)) {
          return yaml;
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The document was read, but cannot be written", e);
    }
    throw new UnreadableDocumentException(
        origin + " cannot be written as YAML without changing its values; convert it to YAML.");
  }

  private static boolean isSame(JsonNode tree, String yaml) {
    try {
      return tree.equals(YamlText::compare, DeserializationUtils.readYamlTree(yaml));
    } catch (YAMLException unreadable) {
      return false;
    }
  }

  /** Numbers by their values: one reader takes for an int what another one takes for a long. */
  private static int compare(JsonNode a, JsonNode b) {
    if (a.isIntegralNumber() && b.isIntegralNumber()) {
      return a.bigIntegerValue().compareTo(b.bigIntegerValue());
    }
    if (a.isNumber() && b.isNumber()) {
      return Double.compare(a.doubleValue(), b.doubleValue());
    }
    return a.equals(b) ? 0 : 1;
  }

  /** Quotes also what YAML 1.1 takes for a time, a date or another number: {@code 12:30}. */
  private static final class Quotes extends StringQuotingChecker {
    private static final long serialVersionUID = 1;
    private static final Resolver RESOLVER = new Resolver();

    @Override
    public boolean needToQuoteName(String name) {
      return StringQuotingChecker.Default.instance().needToQuoteName(name) || !isText(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return StringQuotingChecker.Default.instance().needToQuoteValue(value) || !isText(value);
    }

    private static boolean isText(String value) {
      return RESOLVER.resolve(NodeId.scalar, value, true).equals(Tag.STR)
          && !value.matches("[-+.]?[0-9].*[^0-9.].*")
          && value.chars().allMatch(Quotes::isPlain);
    }

    private static boolean isPlain(int character) {
      return (character >= ' ' && character < 0x7F) || (character > 0xA0 && character < 0x2000);
    }
  }

  /** Their making is dear. */
  private static final class Mappers {
    static final YAMLMapper[] WRITERS = {
      writer(YAMLGenerator.Feature.MINIMIZE_QUOTES),
      writer(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
    };

    private static YAMLMapper writer(YAMLGenerator.Feature feature) {
      return YAMLMapper.builder(
              YAMLFactory.builder()
                  .stringQuotingChecker(new Quotes())
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                  .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                  .enable(feature)
                  .build())
          .build();
    }
  }
}
