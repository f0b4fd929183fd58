package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing and strict reading of JSON. */
final class JsonTest {
  @Property(tries = 300)
  void whatWasWrittenIsReadAgain(@ForAll Random random) throws JsonParser.Malformed {
    Object value = value(random, 4);

    assertEquals(value, JsonParser.parse(Json.write(value)));
  }

  private static Object value(Random random, int depth) {
    switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0:
        return random.nextLong();
      case 1:
        return random.nextBoolean();
      case 2:
        return new BigInteger(70 + random.nextInt(100), random).setBit(69);
      case 3:
        return new BigDecimal(BigInteger.valueOf(random.nextInt()), 1 + random.nextInt(5));
      case 4:
        return text(random);
      case 5:
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(value(random, depth - 1));
        }
        return list;
      default:
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          map.put(text(random), value(random, depth - 1));
        }
        return map;
    }
  }

  /** Any characters, halves of surrogate pairs among them. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000)));
    }
    return text.toString();
  }

  @Property(tries = 1000)
  void anyTextIsReadOrRefused(@ForAll("jsonLike") String text) {
    try {
      JsonParser.parse(text);
    } catch (JsonParser.Malformed e) {
      assertEquals(true, e.offset >= 0 && e.offset <= text.length(), text);
    }
  }

  @Provide
  Arbitrary<String> jsonLike() {
    return Arbitraries.of(
            "{", "}", "[", "]", ",", ":", "\"", "\\", "u12", "1", "-", ".", "e", "null", " ")
        .list()
        .ofMaxSize(20)
        .map(pieces -> String.join("", pieces));
  }

  @Test
  void fieldsStayInTheirOrderAndNullsStay() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", null);
    map.put("a", Arrays.asList(1, 2.5, "é\"\\\n\u0001"));

    assertEquals("{\"z\":null,\"a\":[1,2.5,\"é\\\"\\\\\\n\\u0001\"]}", Json.write(map));
  }

  @Test
  void escapesAreRead() throws JsonParser.Malformed {
    assertEquals("\"\\/\b\f\n\r\tA", JsonParser.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "01",
        "1.",
        "+1",
        "NaN",
        "tru",
        "\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\u0001\"",
        "[1] 2",
        "'a'",
        "{\"a\":1,}",
        "[1 2]"
      })
  void whatIsNotJsonIsRefused(String text) {
    assertThrows(JsonParser.Malformed.class, () -> JsonParser.parse(text));
  }

  @Test
  void whatIsNestedTooDeeplyIsRefused() {
    char[] brackets = new char[100_000];
    Arrays.fill(brackets, '[');

    assertThrows(JsonParser.Malformed.class, () -> JsonParser.parse(new String(brackets)));
  }

  @Test
  void aNumberWithAnExponentAndNoFractionIsWhole() throws JsonParser.Malformed {
    assertEquals(90L, JsonParser.parse("90E00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "[-1.5E-99999999999]"})
  void anExponentBeyondReasonIsNone(String text) {
    assertThrows(JsonParser.Malformed.class, () -> JsonParser.parse(text));
  }

  @Test
  void aNumberOfTooManyDigitsIsNone() {
    String digits = new String(new char[5000]).replace('\0', '9');

    assertThrows(JsonParser.Malformed.class, () -> JsonParser.parse(digits));
    assertThrows(JsonParser.Malformed.class, () -> JsonParser.parse("0." + digits));
  }
}
