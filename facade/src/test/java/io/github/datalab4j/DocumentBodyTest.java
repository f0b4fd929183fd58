package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentBodyTest {
  @TempDir Path folder;

  private final Buffer sink = new Buffer();

  @Test
  void theContentIsWrittenAsItIs() throws IOException {
    DocumentBody body = new DocumentBody(Document.of("a.pdf", new byte[] {1, 2, 3}));
    body.writeTo(sink);

    assertEquals("010203", sink.readByteString().hex());
    assertEquals(3, body.contentLength());
    assertEquals("application/pdf", body.contentType().toString());
  }

  @Test
  void itCanBeWrittenAgain() throws IOException {
    DocumentBody body = new DocumentBody(Document.of("a.pdf", new byte[] {7}));
    body.writeTo(sink);
    body.writeTo(sink);

    assertEquals("0707", sink.readByteString().hex());
  }

  @Test
  void aFileIsMeasuredWhenItIsSent() throws IOException {
    Path file = Files.write(folder.resolve("a.pdf"), new byte[] {1});
    Document document = Document.of(file);
    Files.write(file, new byte[] {1, 2});

    assertEquals(2, new DocumentBody(document).contentLength());
  }

  @Test
  void aFileThatGrewIsNotSentWhole() throws IOException {
    Path file = Files.write(folder.resolve("a.pdf"), new byte[10]);
    DocumentBody body = new DocumentBody(Document.of(file));
    assertEquals(10, body.contentLength());
    Files.write(file, new byte[11]);

    assertUnreadable("grew while it was being sent; it had 10 bytes", body);
    assertTrue(sink.size() <= 10);
  }

  @Test
  void aFileThatShrankIsTold() throws IOException {
    Path file = Files.write(folder.resolve("a.pdf"), new byte[10]);
    DocumentBody body = new DocumentBody(Document.of(file));
    assertEquals(10, body.contentLength());
    Files.write(file, new byte[9]);

    assertUnreadable("shrank while it was being sent; it had 10 bytes", body);
  }

  @Test
  void aFileThatWentAwayIsTold() throws IOException {
    Path file = Files.write(folder.resolve("a.pdf"), new byte[10]);
    DocumentBody ofPath = new DocumentBody(Document.of(file));
    DocumentBody ofFile = new DocumentBody(Document.of(file.toFile()));
    Files.delete(file);

    assertUnreadable("cannot be read", ofPath);
    assertUnreadable("cannot be read", ofFile);
  }

  @Test
  void aFileThatBecameEmptyIsTold() throws IOException {
    Path file = Files.write(folder.resolve("a.pdf"), new byte[10]);
    DocumentBody body = new DocumentBody(Document.of(file));
    Files.write(file, new byte[0]);

    assertUnreadable("is empty by now", body);
  }

  @Test
  void anUnknownLengthMayBeAnyButNone() throws IOException {
    DocumentBody body = source(new ByteArrayInputStream(new byte[0]));

    assertEquals(-1, body.contentLength());
    assertUnreadable("is empty", body);
  }

  @Test
  void whatASourceThrowsIsTold() {
    assertUnreadable(
        "cannot be read: not allowed",
        new DocumentBody(
            Document.of(
                "a.pdf",
                5,
                () -> {
                  throw new SecurityException("not allowed");
                })));
    assertUnreadable("its source gave no stream", source(null));
    assertUnreadable("cannot be read: broken", source(new Broken()));
  }

  @Test
  void aSourceThatGivesNeitherBytesNorAnEndIsTold() {
    assertUnreadable("gives no bytes, and no end", source(new Idle(Integer.MAX_VALUE)));
  }

  @Test
  void aSourceMayGiveNoBytesForSomeReads() throws IOException {
    source(new Idle(10)).writeTo(sink);

    assertEquals("07", sink.readByteString().hex());
  }

  @Test
  void aFaultOfTheConnectionIsNotTheDocuments() {
    IOException broken = new IOException("connection reset");
    BufferedSink connection =
        Okio.buffer(
            new ForwardingSink(new Buffer()) {
              @Override
              public void write(Buffer source, long byteCount) throws IOException {
                throw broken;
              }
            });

    assertSame(
        broken,
        assertThrows(
            IOException.class,
            () -> new DocumentBody(Document.of("a.pdf", new byte[100_000])).writeTo(connection)));
  }

  @Test
  void theStreamIsClosedAlsoAfterAFault() {
    boolean[] closed = {false};
    InputStream stream =
        new ByteArrayInputStream(new byte[3]) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    assertUnreadable("shrank", new DocumentBody(Document.of("a.pdf", 4, () -> stream)));
    assertTrue(closed[0]);
  }

  private static DocumentBody source(InputStream stream) {
    return new DocumentBody(Document.of("a.pdf", Document.UNKNOWN_LENGTH, () -> stream));
  }

  private void assertUnreadable(String fault, DocumentBody body) {
    UnreadableDocumentException error =
        assertThrows(UnreadableDocumentException.class, () -> body.writeTo(sink));
    assertTrue(error.getMessage().contains("\"a.pdf\""), error.getMessage());
    assertTrue(error.getMessage().contains(fault), error.getMessage());
  }

  /** Reads nothing for so many times, then one byte. */
  private static final class Idle extends InputStream {
    private int empty;

    Idle(int empty) {
      this.empty = empty;
    }

    @Override
    public int read() {
      throw new AssertionError("nobody reads single bytes");
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      into[offset] = 7;
      empty--;
      return empty >= 0 ? 0 : empty == -1 ? 1 : -1;
    }
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("broken");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      throw new IOException("broken");
    }
  }
}
