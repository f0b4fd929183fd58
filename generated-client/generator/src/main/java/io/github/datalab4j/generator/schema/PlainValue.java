package io.github.datalab4j.generator.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Values as they stand in the document, whatever the parser made of them. */
public final class PlainValue {
  private PlainValue() {}

  /** As String, Boolean, Long, BigInteger, BigDecimal, List, Map or null. */
  public static @Nullable Object of(@Nullable Object value) {
    if (value instanceof JsonNode) {
      return ofNode((JsonNode) value);
    }
    if (value instanceof Number) {
      return ofNumber((Number) value);
    }
    if (value instanceof Date) {
      SimpleDateFormat day = new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT);
      day.setTimeZone(TimeZone.getTimeZone("UTC"));
      return day.format((Date) value);
    }
    if (value instanceof byte[]) {
      return new String((byte[]) value, StandardCharsets.UTF_8);
    }
    if (value instanceof Iterable) {
      List<@Nullable Object> list = new ArrayList<>();
      ((Iterable<?>) value).forEach(element -> list.add(of(element)));
      return list;
    }
    if (value instanceof Map) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((key, element) -> map.put(String.valueOf(key), of(element)));
      return map;
    }
    return value == null || value instanceof Boolean ? value : value.toString();
  }

  private static @Nullable Object ofNode(JsonNode node) {
    if (node.isObject()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      node.properties().forEach(entry -> map.put(entry.getKey(), of(entry.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(element -> list.add(of(element)));
      return list;
    }
    if (node.isNumber()) {
      return ofNumber(node.numberValue());
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNull() || node.isMissingNode() ? null : node.asText();
  }

  private static Object ofNumber(Number number) {
    if (number instanceof BigInteger) {
      return number;
    }
    BigDecimal exact = new BigDecimal(number.toString());
    if (exact.scale() > 0) {
      return exact;
    }
    BigInteger whole = exact.toBigInteger();
    return whole.bitLength() < 64 ? (Object) whole.longValue() : whole;
  }
}
