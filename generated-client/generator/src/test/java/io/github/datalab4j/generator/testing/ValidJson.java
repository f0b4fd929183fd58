package io.github.datalab4j.generator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Predicate;

/** What an independent validator says of values for the schemas of a document. */
public final class ValidJson {
  private static final String PART = "x-part";

  private final Loosened loosened;
  private final ObjectNode root;
  private final SchemaRegistry registry;

  /**
   * For one document. Rules about the letters of a text do not count, nor that no second branch of
   * {@code oneOf} fits: services do not keep to it.
   *
   * @param newer whether the service may know fields and enum values that the document does not
   */
  public ValidJson(RawDocument document, boolean newer) {
    root = document.root().deepCopy();
    loosened = new Loosened(document, newer);
    loosened.loosen(root);
    registry =
        SchemaRegistry.withDefaultDialect(
            document.is30() ? Dialects.getOpenApi30() : Dialects.getOpenApi31());
  }

  /** Which values the schema at that pointer allows. */
  Predicate<JsonNode> at(String pointer) {
    ObjectNode one = root.objectNode();
    one.setAll(root);
    return of(one, pointer);
  }

  /** Which values a schema allows that is a part of the document. */
  public Predicate<JsonNode> of(JsonNode part) {
    ObjectNode one = root.objectNode();
    one.setAll(root);
    JsonNode copy = part.deepCopy();
    loosened.loosen(copy);
    one.set(PART, copy);
    return of(one, "/" + PART);
  }

  private Predicate<JsonNode> of(ObjectNode document, String pointer) {
    document.put("$ref", "#" + encoded(pointer));
    Schema schema = registry.getSchema(document);
    return value -> accepts(schema, value);
  }

  /** Where a schema contains itself there is no end of asking, and nothing is said against. */
  private static boolean accepts(Schema schema, JsonNode value) {
    try {
      return schema.validate(value).isEmpty();
    } catch (StackOverflowError containsItself) {
      return true;
    }
  }

  /** As the fragment of an address. */
  private static String encoded(String pointer) {
    StringBuilder fragment = new StringBuilder();
    for (byte octet : pointer.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = octet > 0 && "/~-._".indexOf(octet) >= 0;
      fragment.append(
          plain || Character.isLetterOrDigit(octet)
              ? String.valueOf((char) octet)
              : String.format(Locale.ROOT, "%%%02X", octet));
    }
    return fragment.toString();
  }
}
