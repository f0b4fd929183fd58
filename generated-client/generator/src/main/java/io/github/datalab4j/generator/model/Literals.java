package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.type.JavaType;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Values of the document as Java literals. */
final class Literals {
  private Literals() {}

  /** The literal of a text, number or boolean; fails where the value is none of that type. */
  static String ofScalar(JavaType type, Object value) {
    String literal = ofScalarOrNull(type, value);
    if (literal == null) {
      throw new IllegalArgumentException(value + " is no " + type);
    }
    return literal;
  }

  /** The literal, or null where the value does not fit the type. */
  static @Nullable String ofScalarOrNull(JavaType type, Object value) {
    switch (type.kind()) {
      case STRING:
      case BINARY:
        return value instanceof String && !JavaText.isTooLong((String) value)
            ? JavaText.literal((String) value)
            : null;
      case BOOLEAN:
        return value instanceof Boolean ? value.toString() : null;
      case INT:
        return isWhole(value, 31) ? whole(value).toString() : null;
      case LONG:
        return isWhole(value, 63) ? whole(value) + "L" : null;
      case FLOAT:
      case DOUBLE:
        return value instanceof Number ? decimal((Number) value, type) : null;
      default:
        return null;
    }
  }

  private static boolean isWhole(Object value, int bits) {
    return value instanceof Number
        && new BigDecimal(value.toString()).stripTrailingZeros().scale() <= 0
        && whole(value).bitLength() <= bits;
  }

  private static BigInteger whole(Object value) {
    return new BigDecimal(value.toString()).toBigInteger();
  }

  private static @Nullable String decimal(Number value, JavaType type) {
    double number = value.doubleValue();
    if (Double.isInfinite(number)) {
      return null;
    }
    return type.is(JavaType.Kind.FLOAT) ? (float) number + "f" : Double.toString(number);
  }
}
