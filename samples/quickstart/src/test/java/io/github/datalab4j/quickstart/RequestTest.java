package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.simulator.ReceivedIteration;
import io.github.datalab4j.simulator.ReceivedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What was typed is what the service gets. */
class RequestTest extends RunTest {
  @Test
  void theProcessorAndTheRequest() {
    iterate();
    assertEquals("cp_12345", sent().processorId());
    assertEquals("Better", sent().request());
  }

  @Test
  void aRequestThatBeginsWithAnAt() {
    program.run("iterate", "cp_12345", "--request", "@home", "--poll", "fixed:5ms");
    assertEquals("@home", sent().request());
  }

  @Test
  void everyFileUnderItsName() throws IOException {
    Path second = Files.writeString(folder.resolve("12:30=x.png"), "PNG");
    iterate("--file", second.toString());
    assertEquals(
        "[report.pdf application/pdf, 12:30=x.png image/png]",
        sent().files().stream()
            .map(part -> part.fileName() + " " + part.mediaType())
            .toList()
            .toString());
  }

  @Test
  void instructionsOfFilesAndPages() {
    iterate("--instruct", "report.pdf=A scan", "--page", "report.pdf:3=Skip: the = stamp");
    assertEquals(
        "[{\"filename\":\"report.pdf\",\"general_instructions\":\"A scan\",\"page_instructions\":"
            + "[{\"page\":3,\"instructions\":\"Skip: the = stamp\"}]}]",
        sent().fileInstructions());
  }

  @Test
  void instructionsAsJson() {
    iterate("--file-instructions", "[{\"filename\": \"report.pdf\", \"new\": 1}]");
    assertEquals("[{\"filename\": \"report.pdf\", \"new\": 1}]", sent().fileInstructions());
  }

  @Test
  void instructionsFromAFile() throws IOException {
    Path json = Files.writeString(folder.resolve("instructions.json"), "[{\"filename\":\"ü\"}]");
    iterate("--file-instructions", "@" + json);
    assertEquals("[{\"filename\":\"ü\"}]", sent().fileInstructions());
  }

  @Test
  void noInstructionsNoPart() {
    iterate();
    assertEquals(
        "[request, files]",
        sent().parts().stream()
            .map(ReceivedPart::name)
            .sorted(java.util.Comparator.reverseOrder())
            .toList()
            .toString());
  }

  private ReceivedIteration sent() {
    return simulator.iterations().get(0);
  }
}
