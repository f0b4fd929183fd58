package io.github.datalab4j.upgrade.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildLogTest {
  @TempDir Path root;

  @Test
  void readsWhatBecameOfEachModule() throws IOException {
    assertEquals(
        Map.of(
            "datalab4j parent", "passed",
            "datalab4j client", "failed",
            "datalab4j", "not reached"),
        log("""
        [INFO] datalab4j parent ......... SUCCESS [ before the summary ]
        [INFO] Reactor Summary for datalab4j parent 0.1.0-SNAPSHOT:
        [INFO]
        [INFO] \u001b[1mdatalab4j parent ................................... SUCCESS [  1.2 s]\u001b[m
        [INFO] datalab4j client ................................... FAILURE [  3.4 s]
        [INFO] datalab4j .......................................... SKIPPED
        [INFO] ------------------------------------------------------------------------
        [INFO] BUILD FAILURE
        """)
            .modules());
  }

  @Test
  void keepsTheErrorsAndLeavesOutWhatMavenAdds() throws IOException {
    assertEquals(
        List.of(
            "COMPILATION ERROR :",
            "facade/src/main/java/A.java:[3,9] cannot find symbol",
            "  symbol: method x()"),
        log("[INFO] Compiling\n"
                + "[ERROR] COMPILATION ERROR :\n"
                + ("[ERROR] "
                    + root.toRealPath()
                    + "/facade/src/main/java/A.java:[3,9] cannot find symbol\n")
                + "[ERROR]   symbol: method x()\n"
                + "[ERROR] COMPILATION ERROR :\n"
                + "[ERROR] \n"
                + "[ERROR] To see the full stack trace of the errors, re-run Maven with -e.\n"
                + "[ERROR] -> [Help 1]\n"
                + "[ERROR]   mvn <args> -rf :datalab4j\n")
            .failures());
  }

  @Test
  void keepsTheWholeMessageOfAnException() throws IOException {
    assertEquals(
        List.of("a.b.SomeException: The surface differs:", "  + a line", "Accept it."),
        log("""
        [INFO] x
        a.b.SomeException: The surface differs:

          + a line

        Accept it.
        \tat a.b.C.d(C.java:1)
        and this is no part of it
        """)
            .failures());
  }

  @Test
  void keepsTheLastLinesWhereThereIsNoError() throws IOException {
    String lines =
        IntStream.range(0, 40).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

    List<String> failures = log(lines).failures();

    assertEquals(25, failures.size());
    assertEquals("line 39", failures.get(24));
  }

  @Test
  void saysHowManyMoreErrorsThereAre() throws IOException {
    String lines =
        IntStream.range(0, 70).mapToObj(i -> "[ERROR] " + i).collect(Collectors.joining("\n"));

    List<String> failures = log(lines).failures();

    assertEquals(61, failures.size());
    assertEquals("... and 10 more lines", failures.get(60));
  }

  @Test
  void readsALogOfAnyEncoding() throws IOException {
    Path file = Files.write(root.resolve("log"), new byte[] {'[', (byte) 0xE4, ']'});

    assertTrue(BuildLog.read(file, root).failures().get(0).startsWith("["));
  }

  private BuildLog log(String text) throws IOException {
    return BuildLog.read(Files.writeString(root.resolve("log"), text), root);
  }
}
