package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.quickstart.Program.Outcome;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoTest {
  private static Outcome demo;

  @BeforeAll
  static void runItOnce() {
    demo = Program.bare().run("--poll", "fixed:200ms", "--json");
  }

  @Test
  void itCompletes() {
    assertEquals(0, demo.exitCode(), demo.err());
    assertEquals("result", demo.lastEvent().get("event"));
    assertEquals("cp_demo1", demo.lastEvent().get("processor_id"));
  }

  @Test
  void itSaysFirstThatItIsASimulation() {
    assertTrue(demo.errLines().get(0).startsWith("This is a SIMULATION: there is no API key"));
  }

  @Test
  void itShowsWhatItSends() {
    assertTrue(demo.errLines().contains("File      invoice.pdf"), demo.err());
    assertTrue(demo.errLines().contains("File      delivery-note.jpg"), demo.err());
    assertTrue(
        demo.err().contains("          page 3: Skip the stamp, but read the total"), demo.err());
  }

  @Test
  void itSendsBothDocumentsWhole() {
    List<?> sent = demo.events("upload").stream().map(event -> event.get("total")).toList();
    assertTrue((double) sent.get(0) > 70_000, "" + sent);
  }

  @Test
  void itIsWatchedWhileItWorks() {
    assertTrue(
        demo.events("status").stream()
                .filter(event -> "processing".equals(event.get("status")))
                .count()
            > 5);
  }

  @Test
  void itEndsWithHowToUseTheRealService() {
    List<String> lines = demo.errLines();
    int after = lines.indexOf("Completed in 6 s.");
    assertTrue(
        lines.subList(after, lines.size()).stream()
            .anyMatch(line -> line.contains("export DATALAB_API_KEY=")),
        demo.err());
  }

  @Test
  void noLineIsWiderThanATerminalButTheToken() {
    assertEquals(
        List.of(),
        demo.errLines().stream()
            .filter(line -> line.length() > 80 && !line.contains("dl4j1."))
            .toList());
  }
}
