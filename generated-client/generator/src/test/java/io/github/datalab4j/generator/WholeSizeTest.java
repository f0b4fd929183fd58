package io.github.datalab4j.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a document costs, each in a JVM of its own: prints the seconds from start to end of it, and
 * the most memory that was in use after a collection. {@code docs/documents.md} has the figures.
 */
final class WholeSizeTest {
  private static final Pattern AFTER_COLLECTION = Pattern.compile("->(\\d+)M\\(");

  @TempDir Path folder;

  /** Generates the document of the first argument into the folder of the second. */
  public static void main(String[] arguments) {
    GeneratedClient.generate(Paths.get(arguments[0]), Paths.get(arguments[1]));
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 500, 1000, 2000})
  void twoThousandOperationsFitIntoOneGibibyte(int operations) throws Exception {
    Path document =
        Files.writeString(
            folder.resolve(operations + "-operations.json"), SizedDocument.of(operations));

    generate(document, "-Xmx1g");
  }

  @ParameterizedTest
  @ValueSource(strings = {"frigate.json", "prefect.json"})
  void realDocumentsFitInto128Megabytes(String name) throws Exception {
    generate(DocumentFiles.foreign(name), "-Xmx128m");
  }

  private void generate(Path document, String memory) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                List.of(
                    Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
                    memory,
                    "-XX:+UseSerialGC",
                    "-Xlog:gc:stdout",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                    "-cp",
                    System.getProperty("surefire.test.class.path"),
                    WholeSizeTest.class.getName(),
                    document.toString(),
                    folder.resolve("out").toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
    print(document, (System.nanoTime() - start) / 1e9, said);
  }

  private static void print(Path document, double seconds, String said) throws IOException {
    int most =
        AFTER_COLLECTION
            .matcher(said)
            .results()
            .mapToInt(match -> Integer.parseInt(match.group(1)))
            .max()
            .orElse(0);
    double kilobytes = Files.size(document) / 1024.0;
    System.out.printf(
        Locale.ROOT,
        "%-22s %6.0f KB %6.1f s %5d MB %6.1f s/MB%n",
        document.getFileName(),
        kilobytes,
        seconds,
        most,
        seconds * 1024 / kilobytes);
  }
}
