package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
  private static final byte[] BYTES = {1, 2, 3};

  @TempDir Path folder;

  @Test
  void aFileIsNamedAsItIs() throws IOException {
    Document document = Document.of(file("scan.pdf").toFile());

    assertEquals("scan.pdf", document.name());
    assertEquals("application/pdf", document.mediaType());
    assertEquals(3, document.length());
  }

  @Test
  void aPathIsNamedByItsLastPart() throws IOException {
    assertEquals("scan.png", Document.of(file("scan.png")).name());
  }

  @Test
  void aFileCanHaveAnotherNameFromTheStart() throws IOException {
    assertEquals("b.pdf", Document.of("b.pdf", file("a\"b.pdf").toFile()).name());
  }

  @Test
  void nothingIsReadBeforeItIsSent() throws IOException {
    int[] opened = {0};
    Document document =
        Document.of(
            "a.pdf",
            3,
            () -> {
              opened[0]++;
              return new ByteArrayInputStream(BYTES);
            });

    assertEquals(3, document.length());
    assertEquals(0, opened[0]);
  }

  @Test
  void bytesAreCopied() throws IOException {
    byte[] mine = {1, 2, 3};
    Document document = Document.of("a.pdf", mine);
    mine[0] = 9;

    try (InputStream content = document.content().open()) {
      assertEquals(1, content.read());
    }
  }

  @Test
  void contentCanBeOpenedAgain() throws IOException {
    Document document = Document.of(file("a.pdf"));

    assertArrayEquals(BYTES, read(document));
    assertArrayEquals(BYTES, read(document));
  }

  @Test
  void aMissingFileIsRefused() {
    assertRefused("There is no file", () -> Document.of(new File(folder.toFile(), "no.pdf")));
    assertRefused("There is no file", () -> Document.of(folder.resolve("no.pdf")));
  }

  @Test
  void aFolderIsRefused() {
    assertRefused("is a folder", () -> Document.of(folder.toFile()));
    assertRefused("is a folder", () -> Document.of(folder));
  }

  @Test
  void theRootIsRefused() {
    assertRefused("is a folder", () -> Document.of(folder.getRoot()));
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.pdf"));

    assertRefused("is empty", () -> Document.of(empty.toFile()));
    assertRefused("is empty", () -> Document.of(empty));
  }

  @Test
  void emptyBytesAndAnEmptySourceAreRefused() {
    assertRefused("is empty", () -> Document.of("a.pdf", new byte[0]));
    assertRefused("is empty", () -> Document.of("a.pdf", 0, () -> null));
  }

  @Test
  void aNegativeLengthIsRefused() {
    assertRefused("UNKNOWN_LENGTH", () -> Document.of("a.pdf", -2, () -> null));
  }

  @Test
  void anUnknownLengthIsTaken() throws IOException {
    assertEquals(-1, Document.of("a.pdf", Document.UNKNOWN_LENGTH, () -> null).length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\u0000b", "a\"b", "a\u007fb", "a\u0085b"})
  void aNameThatCouldChangeAHeaderIsRefused(String name) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Document.of(name, BYTES));

    assertTrue(error.getMessage().contains("cannot be sent"), error.getMessage());
    assertTrue(error.getMessage().chars().noneMatch(Character::isISOControl));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b.pdf", "../b.pdf", "C:\\b.pdf", "/b.pdf"})
  void aPathIsNoName(String name) {
    assertRefused("is a path", () -> Document.of(name, BYTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", ".", ".."})
  void aNameMustNameAFile(String name) {
    assertThrows(IllegalArgumentException.class, () -> Document.of(name, BYTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800.pdf", "a\ude00", "\ud83d"})
  void halfACharacterIsRefused(String name) {
    assertRefused("cannot be sent", () -> Document.of(name, BYTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Größe 图.pdf", "😀.pdf", "a;b=c, (d) 'e' %22.pdf"})
  void anyOtherNameIsTaken(String name) {
    assertEquals(name, Document.of(name, BYTES).name());
  }

  @ParameterizedTest
  @CsvSource({
    "a.pdf,application/pdf",
    "a.PNG,image/png",
    "a.jpg,image/jpeg",
    "a.jpeg,image/jpeg",
    "a.webp,image/webp",
    "a.gif,image/gif",
    "a.tiff,image/tiff",
    "a.doc,application/msword",
    "a.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "a.odt,application/vnd.oasis.opendocument.text",
    "a.ppt,application/vnd.ms-powerpoint",
    "a.pptx,application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "a.odp,application/vnd.oasis.opendocument.presentation",
    "a.xls,application/vnd.ms-excel",
    "a.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "a.xlsm,application/vnd.ms-excel.sheet.macroEnabled.12",
    "a.ods,application/vnd.oasis.opendocument.spreadsheet",
    "a.csv,text/csv",
    "a.html,text/html",
    "a.epub,application/epub+zip",
    "archive.tar.pdf,application/pdf",
    "pdf,application/octet-stream",
    "a.unknown,application/octet-stream",
    "a.,application/octet-stream",
  })
  void theMediaTypeIsGuessedFromTheExtension(String name, String mediaType) {
    assertEquals(mediaType, Document.of(name, BYTES).mediaType());
  }

  @Test
  void theMediaTypeCanBeSet() {
    Document document = Document.of("a.bin", BYTES).withMediaType("image/png");

    assertEquals("image/png", document.mediaType());
    assertEquals("image/png", document.withName("b.pdf").mediaType());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pdf",
        "image/png\r\nX: 1",
        "image/",
        "text/pläin",
        "text/plain; a=\"é\"",
        "a/b; c=\"\t\""
      })
  void whatIsNoMediaTypeIsRefused(String mediaType) {
    assertThrows(
        IllegalArgumentException.class, () -> Document.of("a.pdf", BYTES).withMediaType(mediaType));
  }

  @Test
  void documentsAreEqualByNameTypeAndContent() throws IOException {
    Path path = file("a.pdf");

    assertEquals(Document.of("a.pdf", BYTES), Document.of("a.pdf", BYTES.clone()));
    assertEquals(Document.of(path), Document.of(path));
    assertEquals(Document.of(path.toFile()), Document.of(path.toFile()));
    assertEquals(Document.of(path).hashCode(), Document.of(path).hashCode());
    Path other = file("b.pdf");
    assertNotEquals(Document.of(path), Document.of(other).withName("a.pdf"));
    assertNotEquals(Document.of(path.toFile()), Document.of(other.toFile()).withName("a.pdf"));
    Document.Source source = () -> new ByteArrayInputStream(BYTES);
    assertEquals(Document.of("a.pdf", 3, source), Document.of("a.pdf", 3, source));
    assertEquals(
        Document.of("a.pdf", 3, source).hashCode(), Document.of("a.pdf", 3, source).hashCode());
    assertNotEquals(Document.of("a.pdf", 3, source), Document.of("a.pdf", 4, source));
    assertNotEquals(
        Document.of("a.pdf", 3, source),
        Document.of("a.pdf", 3, () -> new ByteArrayInputStream(BYTES)));
    assertNotEquals(Document.of("a.pdf", BYTES), new Object());
    assertNotEquals(Document.of("a.pdf", BYTES), Document.of("b.pdf", BYTES));
    assertNotEquals(Document.of("a.pdf", BYTES), Document.of("a.pdf", new byte[] {1}));
    assertNotEquals(
        Document.of("a.pdf", BYTES), Document.of("a.pdf", BYTES).withMediaType("text/csv"));
  }

  @Test
  void aNameThatCannotBeSentIsShownWithoutWhatCannotBeShown() {
    assertRefused("The file name \"a?b.pdf\" holds", () -> Document.of("a\nb.pdf", BYTES));
    assertRefused("The file name \"a?.pdf\" holds", () -> Document.of("a\ud83d.pdf", BYTES));
  }

  @Test
  void theTextShowsNoContent() {
    assertEquals(
        "Document{name=a.pdf, mediaType=application/pdf}", Document.of("a.pdf", BYTES).toString());
  }

  private Path file(String name) throws IOException {
    return Files.write(folder.resolve(name), BYTES);
  }

  private static byte[] read(Document document) throws IOException {
    byte[] bytes = new byte[3];
    try (InputStream content = document.content().open()) {
      assertEquals(3, content.read(bytes));
    }
    return bytes;
  }

  private static void assertRefused(String message, org.junit.jupiter.api.function.Executable of) {
    IllegalArgumentException error = assertThrows(IllegalArgumentException.class, of);
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }
}
