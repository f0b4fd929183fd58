package io.github.datalab4j.quickstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.Document;
import io.github.datalab4j.FileInstructions;
import io.github.datalab4j.Iteration;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The documents are real ones, and the instructions speak of what is in them. */
class ExampleTest {
  private final Iteration iteration = Example.iteration();

  @Test
  void aPdfAndAnImageAreSent() {
    assertEquals(
        List.of("application/pdf", "image/jpeg"),
        iteration.files().stream().map(Document::mediaType).toList());
  }

  @Test
  void everyFileHasInstructions() {
    assertEquals(Set.of("invoice.pdf", "delivery-note.jpg"), iteration.instructions().keySet());
  }

  @Test
  void theInvoiceHasThePagesThatAreSpokenOf() throws IOException {
    String pdf = new String(read("invoice.pdf"), ISO_8859_1);
    assertTrue(pdf.startsWith("%PDF-"));
    assertTrue(pdf.contains("/Count 3"), "three pages");
    Map<String, FileInstructions> instructions = iteration.instructions();
    assertEquals(
        List.of(2, 3),
        instructions.get("invoice.pdf").pages().stream()
            .map(FileInstructions.Page::number)
            .toList());
  }

  @Test
  void theDeliveryNoteIsAPicture() throws IOException {
    try (InputStream in = Example.class.getResourceAsStream("examples/delivery-note.jpg")) {
      BufferedImage picture = ImageIO.read(in);
      assertNotNull(picture);
      assertTrue(picture.getWidth() >= 1000 && picture.getHeight() > picture.getWidth());
    }
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = Example.class.getResourceAsStream("examples/" + name)) {
      return in.readAllBytes();
    }
  }
}
