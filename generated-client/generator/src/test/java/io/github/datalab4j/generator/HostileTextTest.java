package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.datalab4j.generator.testing.SourceShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No text of a document becomes code: whatever texts it has, in names, descriptions, values, the
 * same code comes out but for names, literals and comments, and only where it belongs. More texts
 * by {@code -Ddatalab4j.documents=1000}.
 */
final class HostileTextTest {
  private static final long SEED = Long.getLong("datalab4j.seed", 20261124);
  private static final int DOCUMENTS = Integer.getInteger("datalab4j.documents", 2);

  private static final String[] FRAGMENTS = {
    "*/ System.exit(7); /*",
    "\\u002a\\u002f System.exit(7); /*",
    "*\\u002f System.exit(7); /*",
    "\\u000a System.exit(7); //",
    "\n*/\n{ System.exit(7); }\n/**",
    "\"); System.exit(7); (\"",
    "\\\"; System.exit(7); //",
    "\\",
    "'",
    "{@code } */ System.exit(7);",
    "@param x {@link nothing} @deprecated",
    "</p> <script>System.exit(7)</script> &amp; &#42;&#47;",
    "{{#model}}{{className}}{{/model}} {{{invokerPackage}}} {{=<% %>=}}",
    "../../../System.exit",
    "C:\\System.exit",
    "/../",
    "\u0000\u0007\u001b\u2028\u2029\ufeff\u202e",
    "${jndi:x} $(exit) `exit` %s%n $1 \\1",
    "class",
    "Object",
    "System.exit(7)",
    "ẞ İ ı 名前 \ud83d\ude00",
    "public static void main",
    "x".repeat(3000)
  };

  @TempDir static Path folder;
  private static SourceShape harmless;

  @BeforeAll
  static void generateHarmless() throws IOException {
    harmless =
        generate(
            "harmless",
            HostileDocument.with(place -> "harmless words" + place.substring("TEXT".length())));
  }

  static LongStream seeds() {
    return LongStream.range(SEED, SEED + DOCUMENTS);
  }

  /** The same text for the same name, another for another. */
  private static UnaryOperator<String> hostile(long seed) {
    Random unnamed = new Random(seed);
    return place -> {
      String number = place.substring("TEXT".length());
      Random random = number.isEmpty() ? unnamed : new Random(seed * 31 + number.hashCode());
      StringBuilder text = new StringBuilder();
      for (int i = 0; i <= random.nextInt(3); i++) {
        text.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
      }
      return withoutMeaning(text.toString(), number) + number;
    };
  }

  /** Takes out what parts a path, and what no part can be named without help (2, 3; 9). */
  private static String withoutMeaning(String text, String number) {
    if (number.equals("9")) {
      return text.replaceAll("[^ -~]|[\"\\\\]", "");
    }
    return number.equals("2") || number.equals("3") ? text.replaceAll("[{}?#/]", "") : text;
  }

  private static SourceShape generate(String name, String text) throws IOException {
    Path output = Files.createDirectories(folder.resolve(name).resolve("out"));
    Path input = Files.createDirectories(folder.resolve(name).resolve("in"));
    Path document = DocumentFiles.write(input, text);
    GeneratedClient client = GeneratedClient.generate(document, output);
    client.compile();
    return SourceShape.of(
        client.files().stream()
            .filter(file -> file.toString().endsWith(".java"))
            .map(HostileTextTest::read)
            .collect(Collectors.toList()));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void changesNothingButNamesLiteralsAndComments(long seed) throws IOException {
    SourceShape hostile = generate("hostile" + seed, HostileDocument.with(hostile(seed)));

    assertEquals(harmless.counts(), hostile.counts());
    assertFalse(hostile.usedNames().contains("exit"));
    assertNothingElseWasWritten();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void becomesNoCodeWhereItsFormIsChecked(long seed) throws IOException {
    SourceShape hostile = generate("checked" + seed, HostileDocument.withChecked(hostile(seed)));

    assertFalse(hostile.usedNames().contains("exit"));
    assertNothingElseWasWritten();
  }

  private static void assertNothingElseWasWritten() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> elsewhere =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.toString().endsWith("document.yaml"))
              .filter(file -> !folder.relativize(file).getName(1).toString().equals("out"))
              .collect(Collectors.toList());
      assertEquals(List.of(), elsewhere);
    }
  }
}
