package io.github.datalab4j.generator.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random texts that a place of the request can hold. */
final class WireTexts {
  private static final List<String> PLAIN = List.of("abc", "x y", "5", "true", "null", "~-_.9");
  private static final List<String> ASCII =
      List.of("a/b?c#d", "50%25", "a&b=c;d", "x,y", "+1", "(!)$*@:[]", "\"'<>\\", "a|b^`{}");
  private static final List<String> ANY = List.of("ü日本", "\uD83D\uDE00", "../..", "%2F%00");

  private final Random random;
  private final List<String> texts;

  private WireTexts(Random random, List<String> texts) {
    this.random = random;
    this.texts = texts;
  }

  static WireTexts any(Random random) {
    List<String> texts = new ArrayList<>(PLAIN);
    texts.addAll(ASCII);
    texts.addAll(ANY);
    texts.addAll(List.of("", " ", "line\r\nend", "\t\u0001\u2028"));
    return new WireTexts(random, texts);
  }

  static WireTexts of(String in, WireStyle style, Random random) {
    List<String> texts = new ArrayList<>(PLAIN);
    texts.addAll(ASCII);
    switch (in) {
      case "header" -> texts.add("");
      case "cookie" -> texts.removeIf(text -> text.contains("%"));
      case "path" -> texts.addAll(ANY);
      default -> {
        texts.addAll(ANY);
        texts.addAll(List.of("", "line\r\nend"));
      }
    }
    if (in.equals("cookie")) {
      texts.add("ü日本");
    }
    for (char each : style.ambiguous(in).toCharArray()) {
      texts.removeIf(text -> text.indexOf(each) >= 0);
    }
    return new WireTexts(random, texts);
  }

  String next(String format) {
    return switch (format) {
      case "date" -> "2026-02-03";
      case "date-time" -> "2026-02-03T04:05:06";
      case "uuid" -> "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
      default -> texts.get(random.nextInt(texts.size()));
    };
  }
}
