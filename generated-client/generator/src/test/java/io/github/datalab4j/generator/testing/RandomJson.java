package io.github.datalab4j.generator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;

/** Random JSON values; numbers and texts within the bounds that schemas name. */
final class RandomJson {
  static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final BigDecimal SPAN = BigDecimal.valueOf(1000);
  private static final BigDecimal MOST_OF_64_BITS = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final String[] TEXTS = {
    "", "abc", "2020-01-01T00:00:00", "ä\"\\\n\u2028", "5", "true", "null"
  };

  private final Random random;

  RandomJson(Random random) {
    this.random = random;
  }

  JsonNode any(int depth) {
    switch (random.nextInt(depth > 3 ? 5 : 7)) {
      case 0:
        return NODES.nullNode();
      case 1:
        return NODES.textNode(text());
      case 2:
        return NODES.booleanNode(random.nextBoolean());
      case 3:
        return NODES.numberNode(random.nextLong());
      case 4:
        return NODES.numberNode(random.nextGaussian());
      case 5:
        return NODES.arrayNode().add(any(depth + 1)).add(any(depth + 1));
      default:
        ObjectNode object = NODES.objectNode();
        object.set(text(), any(depth + 1));
        return object;
    }
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)] + (random.nextBoolean() ? "" : random.nextInt(9));
  }

  JsonNode text(List<JsonNode> rules) {
    StringBuilder text = new StringBuilder(text());
    for (JsonNode rule : rules) {
      while (text.length() < Math.min(rule.path("minLength").asInt(), 10_000)) {
        text.append('x');
      }
      if (text.length() > rule.path("maxLength").asInt(Integer.MAX_VALUE)) {
        text.setLength(rule.path("maxLength").asInt());
      }
    }
    return NODES.textNode(text.toString());
  }

  /**
   * Within the bounds, of which one beyond 64 bits is meant by no {@code int64}; else of 64 bits.
   */
  JsonNode integer(List<JsonNode> rules) {
    BigDecimal bounded = bounded(rules);
    if (bounded != null && !(hasFormat(rules, "int64") && bounded.compareTo(MOST_OF_64_BITS) > 0)) {
      return NODES.numberNode(bounded.setScale(0, RoundingMode.FLOOR).toBigInteger());
    }
    boolean small = hasFormat(rules, "int32");
    return NODES.numberNode(small ? random.nextInt() : random.nextLong());
  }

  private static boolean hasFormat(List<JsonNode> rules, String format) {
    return rules.stream().anyMatch(rule -> rule.path("format").asText().equals(format));
  }

  /** A number that a double holds. */
  JsonNode number(List<JsonNode> rules) {
    BigDecimal bounded = bounded(rules);
    if (bounded != null) {
      return NODES.numberNode(bounded.doubleValue());
    }
    return random.nextBoolean()
        ? NODES.numberNode(random.nextGaussian())
        : NODES.numberNode((long) random.nextInt(1000));
  }

  private BigDecimal bounded(List<JsonNode> rules) {
    BigDecimal low = null;
    BigDecimal high = null;
    BigDecimal step = null;
    for (JsonNode rule : rules) {
      for (String name : List.of("minimum", "exclusiveMinimum")) {
        low = rule.path(name).isNumber() ? rule.path(name).decimalValue() : low;
      }
      for (String name : List.of("maximum", "exclusiveMaximum")) {
        high = rule.path(name).isNumber() ? rule.path(name).decimalValue() : high;
      }
      step = rule.path("multipleOf").isNumber() ? rule.path("multipleOf").decimalValue() : step;
    }
    if (low == null && high == null && step == null) {
      return null;
    }
    BigDecimal from = low != null ? low : high != null ? high.subtract(SPAN) : BigDecimal.ZERO;
    BigDecimal to = high != null ? high : from.add(SPAN);
    BigDecimal part = BigDecimal.valueOf(random.nextInt(5)).movePointLeft(0);
    BigDecimal value = from.add(to.subtract(from).multiply(part.divide(BigDecimal.valueOf(4))));
    return step == null || step.signum() == 0
        ? value
        : value.divide(step, 0, RoundingMode.FLOOR).multiply(step);
  }
}
