package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {
  private static @Nullable Object parse(String json) {
    return JsonTree.parse(ByteString.encodeUtf8(json));
  }

  @Test
  void everyKindOfValueIsRead() {
    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    expected.put("text", "é");
    expected.put("yes", true);
    expected.put("none", null);
    expected.put("list", Arrays.asList(1L, Collections.emptyMap()));

    assertEquals(
        expected, parse("{\"text\":\"\\u00e9\",\"yes\":true,\"none\":null,\"list\":[1,{}]}"));
  }

  @Test
  void wholeNumbersAreLongsAndOthersKeepEveryDigit() {
    assertEquals(Long.MIN_VALUE, parse("-9223372036854775808"));
    assertEquals(new BigDecimal("9223372036854775808"), parse("9223372036854775808"));
    assertEquals(new BigDecimal("0.10"), parse("0.10"));
  }

  @Test
  void aNumberBeyondWhatJavaHoldsIsKeptAsItsText() {
    assertEquals(Arrays.asList("1e99999999999", 2L), parse("[1e99999999999,2]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nul", "[1", "{\"a\"}", "[1] 2", "'a'", "[1,]", "<html>"})
  void whatIsNoJsonIsNothing(String text) {
    assertNull(parse(text));
  }

  @Test
  void aByteThatIsNoTextIsNotTheEnd() {
    assertNull(JsonTree.parse(ByteString.decodeHex("226122ff5b"))); // "a", then ff, then [
  }

  @Test
  void moshiTakesSuchAByteForTheEnd() throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().write(ByteString.decodeHex("226122ff5b")));
    reader.skipValue();

    // On the day that this fails, JsonTree need not look for it any more.
    assertEquals(JsonReader.Token.END_DOCUMENT, reader.peek());
  }

  @Test
  void aHundredLevelsAreReadAndNoMore() {
    String open = new String(new char[100]).replace('\0', '[');
    String close = open.replace('[', ']');

    assertNotNull(parse(open + close));
    assertNull(parse("[" + open + close + "]"));
  }

  @Test
  void textsAndBooleansAreReadFromAmongOtherValues() {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("a", "x");
    expected.put("yes", "true");

    assertEquals(
        expected,
        JsonTree.texts(
            ByteString.encodeUtf8(
                "{\"n\":1,\"o\":{\"a\":\"in\"},\"a\":\"x\",\"l\":[2],\"yes\":true}")));
  }

  @Test
  void textsAreReadUpToTheDamage() {
    assertEquals(
        Collections.singletonMap("a", "x"),
        JsonTree.texts(ByteString.encodeUtf8("{\"a\":\"x\",\"b\":\"cut")));
    assertEquals(
        Collections.singletonMap("a", "x"), JsonTree.texts(ByteString.encodeUtf8("{'n':1,a:'x'}")));
  }
}
