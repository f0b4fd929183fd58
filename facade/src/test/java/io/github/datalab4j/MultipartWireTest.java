package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import okhttp3.OkHttp;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bytes of the form, as a server gets them. */
class MultipartWireTest {
  @RegisterExtension final HttpFixture http = new HttpFixture();

  @BeforeEach
  void accept() {
    http.server.enqueue(HttpFixture.json(HttpFixture.ACCEPTED));
  }

  @Test
  void aFormWithTwoFilesAndInstructionsIsThis() throws InterruptedException {
    http.submit(
        Iteration.builder("Keep footnotes; \"quoted\" & größer")
            .file(
                Document.of("scan.pdf", bytes("%PDF-1.7\r\n")),
                FileInstructions.builder().general("A scan").page(3, "Skip the stamp").build())
            .file(Document.of("Größe 图.png", bytes("\u0089PNG")))
            .build());

    RecordedRequest request = http.taken();
    assertEquals("POST /api/v1/custom_processors/cp_1/iterate HTTP/1.1", request.getRequestLine());
    String form =
        lines(
            "--B",
            "Content-Disposition: form-data; name=\"request\"",
            "Content-Transfer-Encoding: binary",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Length: 35",
            "",
            "Keep footnotes; \"quoted\" & größer",
            "--B",
            "Content-Disposition: form-data; name=\"files\"; filename=\"scan.pdf\"",
            "Content-Type: application/pdf",
            "Content-Length: 10",
            "",
            "%PDF-1.7\r\n",
            "--B",
            "Content-Disposition: form-data; name=\"files\"; filename=\"Größe 图.png\"",
            "Content-Type: image/png",
            "Content-Length: 5",
            "",
            "\u0089PNG",
            "--B",
            "Content-Disposition: form-data; name=\"file_instructions\"",
            "Content-Transfer-Encoding: binary",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Length: 122",
            "",
            "[{\"filename\":\"scan.pdf\",\"general_instructions\":\"A scan\","
                + "\"page_instructions\":[{\"page\":3,\"instructions\":\"Skip the stamp\"}]}]",
            "--B--");
    // OkHttp 5 no longer says how long a part is.
    boolean lengths = OkHttp.VERSION.startsWith("4.");
    assertEquals(lengths ? form : form.replaceAll("Content-Length: \\d+\r\n", ""), body(request));
  }

  @Test
  void aNameOutsideAsciiGoesOutAsUtf8() throws InterruptedException {
    http.submit(Iteration.builder("r").file(Document.of("ü.pdf", bytes("x"))).build());

    assertTrue(
        http.taken().getBody().readByteString().hex().contains("66696c656e616d653d22c3bc2e706466"));
  }

  @Test
  void withoutInstructionsThereIsNoSuchPart() throws InterruptedException {
    http.submit(Iteration.builder("r").file(Document.of("a.pdf", bytes("x"))).build());

    assertFalse(body(http.taken()).contains("file_instructions"));
  }

  @Test
  void withoutFilesThereIsOnlyTheRequest() throws InterruptedException {
    http.submit(Iteration.builder("only words").build());

    String body = body(http.taken());
    assertEquals(2, body.split("--B\r\n", -1).length, body);
    assertTrue(body.contains("\r\n\r\nonly words\r\n--B--\r\n"), body);
  }

  @Test
  void rawInstructionsGoOutToTheLetter() throws InterruptedException {
    http.submit(Iteration.builder("r").fileInstructionsJson(" [ {\"x\" : 1.50} ] ").build());

    String body = body(http.taken());
    assertTrue(body.contains("name=\"file_instructions\""), body);
    assertTrue(body.contains("\r\n\r\n [ {\"x\" : 1.50} ] \r\n--B--"), body);
  }

  @Test
  void aDocumentOfUnknownLengthMakesTheBodyChunked() throws InterruptedException {
    http.submit(
        Iteration.builder("r")
            .file(
                Document.of(
                    "a.pdf",
                    Document.UNKNOWN_LENGTH,
                    () -> new java.io.ByteArrayInputStream(bytes("content"))))
            .build());

    RecordedRequest request = http.taken();
    assertEquals("chunked", request.getHeader("Transfer-Encoding"));
    assertNull(request.getHeader("Content-Length"));
    assertTrue(body(request).contains("\r\n\r\ncontent\r\n--B--\r\n"));
  }

  @Test
  void aKnownLengthIsSentAsContentLength() throws InterruptedException {
    http.submit(Iteration.builder("r").file(Document.of("a.pdf", bytes("x"))).build());

    RecordedRequest request = http.taken();
    assertEquals(String.valueOf(request.getBodySize()), request.getHeader("Content-Length"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String body(RecordedRequest request) {
    String type = request.getHeader("Content-Type");
    String prefix = "multipart/form-data; boundary=";
    assertTrue(type.startsWith(prefix), type);
    return request.getBody().clone().readUtf8().replace(type.substring(prefix.length()), "B");
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }
}
