package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.simulator.ReceivedPart;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What arrives of a document is its content, wherever it is from and however long it is. */
class DocumentContentTest {
  private static final int SEGMENT = 8192; // of Okio, as which a document is read
  private static final int[] LENGTHS = {
    1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT - 1, 3 * SEGMENT, 3 * SEGMENT + 1, 1_000_000,
  };

  @RegisterExtension final Online online = new Online();

  @TempDir Path folder;

  @Test
  void filesArriveAsTheyAre() throws IOException {
    assertArrive(file -> Document.of(file.toFile()));
  }

  @Test
  void pathsArriveAsTheyAre() throws IOException {
    assertArrive(file -> Document.of(file));
  }

  @Test
  void bytesArriveAsTheyAre() throws IOException {
    assertArrive(file -> Document.of(name(file), Files.readAllBytes(file)));
  }

  @Test
  void sourcesWithShortReadsArriveAsTheyAre() throws IOException {
    assertArrive(
        file ->
            Document.of(
                name(file), Files.size(file), () -> new ShortReads(Files.newInputStream(file))));
  }

  @Test
  void sourcesOfUnknownLengthArriveAsTheyAre() throws IOException {
    assertArrive(
        file -> Document.of(name(file), Document.UNKNOWN_LENGTH, () -> Files.newInputStream(file)));
  }

  /** One of each length, side by side in one submission. */
  private void assertArrive(FromFile documents) throws IOException {
    Iteration.Builder iteration = Iteration.builder("r");
    List<String> contents = new ArrayList<>();
    for (int length : LENGTHS) {
      byte[] content = new byte[length];
      new Random(length).nextBytes(content);
      Path file = Files.write(folder.resolve(length + ".pdf"), content);
      iteration.file(documents.document(file));
      contents.add(name(file) + " " + length + " " + ByteString.of(content).sha256().hex());
    }

    Online.await(
        online.client().customProcessors().iterate(Online.PROCESSOR, iteration.build()).result());

    List<String> arrived = new ArrayList<>();
    for (ReceivedPart part : online.simulator().iterations().get(0).files()) {
      arrived.add(part.fileName() + " " + part.size() + " " + part.sha256());
    }
    assertEquals(contents, arrived);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private interface FromFile {
    Document document(Path file) throws IOException;
  }

  /** Gives less than it is asked for, as a network does. */
  private static final class ShortReads extends FilterInputStream {
    ShortReads(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return super.read(into, offset, Math.min(length, 999));
    }
  }
}
