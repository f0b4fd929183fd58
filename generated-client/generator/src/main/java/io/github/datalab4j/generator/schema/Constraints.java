package io.github.datalab4j.generator.schema;

import io.github.datalab4j.generator.naming.JavaText;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a schema narrows the values of its type: by keyword the bound as text, empty for a flag. No
 * generated code enforces them.
 */
public final class Constraints {
  /** What one of several rules asks for. */
  static final String ALTERNATIVES = "alternatives";

  /** Fields that have to be there, though none of that name is described. */
  static final String REQUIRES = "requires";

  /** Between bounds that hold at the same time. */
  public static final String AND = " and ";

  private static final List<String> OF_FIELDS =
      Arrays.asList(
          ALTERNATIVES,
          REQUIRES,
          "dependentRequired",
          "maxProperties",
          "minProperties",
          "names",
          "patternProperties");

  private static final int LONGEST = 20;

  private Constraints() {}

  /**
   * Those that a schema states itself, for example {@code maxLength} to {@code 20}. What it refers
   * to, or is composed of, is not looked at.
   */
  public static SortedMap<String, String> of(Schema<?> schema) {
    SortedMap<String, String> found = new TreeMap<>();
    lower(schema, found);
    upper(schema, found);
    put(found, "multipleOf", number(schema.getMultipleOf()));
    put(found, "minLength", schema.getMinLength());
    put(found, "maxLength", schema.getMaxLength());
    put(found, "pattern", schema.getPattern() == null ? null : literal(schema.getPattern()));
    put(found, "minItems", schema.getMinItems());
    put(found, "maxItems", schema.getMaxItems());
    put(found, "minProperties", schema.getMinProperties());
    put(found, "maxProperties", schema.getMaxProperties());
    String encoding = schema.getContentEncoding();
    put(found, "contentEncoding", encoding == null ? null : literal(encoding));
    put(found, "propertyNames", valueOrNull(schema.getPropertyNames()));
    put(found, "contains", valueOrNull(schema.getContains()));
    flag(found, "uniqueItems", schema.getUniqueItems());
    flag(found, "readOnly", schema.getReadOnly());
    flag(found, "writeOnly", schema.getWriteOnly());
    dependentRequired(schema, found);
    patternProperties(schema, found);
    return found;
  }

  /** Whether it is about the fields of an object together. */
  static boolean isOfFields(String keyword) {
    return OF_FIELDS.contains(keyword);
  }

  /** Whether it is about fields that the document does not name. */
  public static boolean isOfFurtherFields(String keyword) {
    return keyword.equals("names") || keyword.equals("patternProperties");
  }

  private static void dependentRequired(Schema<?> schema, Map<String, String> found) {
    if (schema.getDependentRequired() == null) {
      return;
    }
    List<String> pairs = new ArrayList<>();
    new TreeMap<>(schema.getDependentRequired())
        .forEach(
            (field, others) -> {
              if (others != null) {
                others.forEach(other -> pairs.add(literal(other) + " with " + literal(field)));
              }
            });
    put(found, "dependentRequired", pairs.isEmpty() ? null : String.join(AND, pairs));
  }

  /** Where other names are ruled out, the patterns narrow the names; else the values. */
  private static void patternProperties(Schema<?> schema, Map<String, String> found) {
    Map<?, ?> patterns = schema.getPatternProperties();
    if (patterns == null || patterns.isEmpty()) {
      return;
    }
    SortedMap<String, String> words = new TreeMap<>();
    patterns.forEach((pattern, value) -> words.put(literal(String.valueOf(pattern)), value(value)));
    List<String> all = new ArrayList<>();
    words.forEach((pattern, value) -> all.add((pattern + " " + value).trim()));
    boolean onlyThese = FurtherProperties.of(schema).onlyPatterns;
    put(found, onlyThese ? "names" : "patternProperties", String.join(AND, all));
  }

  private static @Nullable String valueOrNull(@Nullable Schema<?> schema) {
    return schema == null ? null : value(schema);
  }

  private static String value(@Nullable Object schema) {
    if (!(schema instanceof Schema)) {
      return "";
    }
    Schema<?> value = (Schema<?>) schema;
    if (value.get$ref() != null) {
      return value.get$ref().substring(value.get$ref().lastIndexOf('/') + 1);
    }
    List<String> words = new ArrayList<>();
    words.add(String.join(" or ", ShapeReader.typeNames(value)));
    if (value.getFormat() != null) {
      words.add("format " + literal(value.getFormat()));
    }
    if (value.getConst() != null) {
      words.add(ShapeWords.text(PlainValue.of(value.getConst())));
    }
    if (value.getEnum() != null) {
      value.getEnum().forEach(each -> words.add(ShapeWords.text(PlainValue.of(each))));
    }
    words.addAll(words(of(value)));
    return String.join(" ", words).trim();
  }

  /** OpenAPI 3.0 makes a bound exclusive by a flag, 3.1 by a keyword of its own. */
  private static void lower(Schema<?> schema, Map<String, String> found) {
    boolean exclusive = Boolean.TRUE.equals(schema.getExclusiveMinimum());
    put(found, exclusive ? "exclusiveMinimum" : "minimum", number(schema.getMinimum()));
    put(found, "exclusiveMinimum", number(schema.getExclusiveMinimumValue()));
  }

  private static void upper(Schema<?> schema, Map<String, String> found) {
    boolean exclusive = Boolean.TRUE.equals(schema.getExclusiveMaximum());
    put(found, exclusive ? "exclusiveMaximum" : "maximum", number(schema.getMaximum()));
    put(found, "exclusiveMaximum", number(schema.getExclusiveMaximumValue()));
  }

  /** As a literal, so that no text of the document ends a line or a list of words. */
  private static String literal(String pattern) {
    return JavaText.literal(pattern);
  }

  /** The same for 100 and 100.0; in full, as long as that is no hostile length. */
  private static @Nullable String number(@Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    BigDecimal plain = number.stripTrailingZeros();
    boolean isShort = Math.abs((long) plain.scale()) <= LONGEST;
    return isShort ? plain.toPlainString() : plain.toString();
  }

  private static void put(Map<String, String> found, String keyword, @Nullable Object bound) {
    if (bound != null) {
      found.put(keyword, bound.toString());
    }
  }

  private static void flag(Map<String, String> found, String keyword, @Nullable Boolean value) {
    if (Boolean.TRUE.equals(value)) {
      found.put(keyword, "");
    }
  }

  /** Adds more that hold at the same time, for example {@code maxLength} to {@code 20 and 10}. */
  public static void merge(Map<String, String> into, Map<String, String> more) {
    more.forEach((keyword, bound) -> into.merge(keyword, bound, Constraints::both));
  }

  private static String both(String bound, String other) {
    return (AND + bound + AND).contains(AND + other + AND) ? bound : bound + AND + other;
  }

  /** For people: {@code maxLength 20}, {@code readOnly}. */
  public static List<String> words(Map<String, String> constraints) {
    List<String> words = new ArrayList<>();
    constraints.forEach((keyword, bound) -> words.add((keyword + " " + bound).trim()));
    return Collections.unmodifiableList(words);
  }
}
