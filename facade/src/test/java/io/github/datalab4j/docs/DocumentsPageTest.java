package io.github.datalab4j.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.Document;
import io.github.datalab4j.FileInstructions;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.simulator.ReceivedIteration;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/documents.md. */
class DocumentsPageTest {
  @RegisterExtension final Loopback loopback = new Loopback();

  @TempDir Path folder;

  @Test
  void documents() throws Exception {
    Path path = Files.write(folder.resolve("scan.pdf"), new byte[] {'%', 'P', 'D', 'F'});
    byte[] bytes = {1, 2, 3};
    // region documents
    Iteration iteration =
        Iteration.builder("Keep footnotes with their tables")
            .file(Document.of(path))
            .file(Document.of("photo.png", bytes))
            .file(Document.of("table.xlsx", Document.UNKNOWN_LENGTH, () -> open("table")))
            .build();
    // endregion
    assertEquals(3, sent(iteration).files().size());
  }

  @Test
  void instructions() throws Exception {
    Path path = Files.write(folder.resolve("scan.pdf"), new byte[] {'%', 'P', 'D', 'F'});
    // region instructions
    Iteration iteration =
        Iteration.builder("Keep footnotes with their tables")
            .file(
                Document.of(path),
                FileInstructions.builder()
                    .general("A scan, slightly turned")
                    .page(3, "Skip the stamp")
                    .build())
            .build();
    // endregion
    assertEquals(
        "[{\"filename\":\"scan.pdf\",\"general_instructions\":\"A scan, slightly turned\","
            + "\"page_instructions\":[{\"page\":3,\"instructions\":\"Skip the stamp\"}]}]",
        sent(iteration).fileInstructions());
  }

  @Test
  void rawInstructions() {
    byte[] bytes = {1, 2, 3};
    // region raw
    Iteration iteration =
        Iteration.builder("Keep footnotes with their tables")
            .file(Document.of("photo.png", bytes))
            .fileInstructionsJson("[{\"filename\":\"photo.png\",\"new_key\":true}]")
            .build();
    // endregion
    assertEquals(
        "[{\"filename\":\"photo.png\",\"new_key\":true}]", iteration.fileInstructionsJson());
  }

  private ReceivedIteration sent(Iteration iteration) {
    Object unused =
        loopback.datalab.customProcessors().iterate("cp_12345", iteration).result().blockingGet();
    return loopback.simulator.iterations().get(0);
  }

  private static InputStream open(String name) {
    return new ByteArrayInputStream(new byte[name.length()]);
  }
}
