package io.github.datalab4j.quickstart;

import io.github.datalab4j.Document;
import io.github.datalab4j.FileInstructions;
import io.github.datalab4j.Iteration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The example that the demo sends: two documents that come with the program. */
final class Example {
  static final String PROCESSOR_ID = "cp_demo1";

  private static final String REQUEST =
      "Keep footnotes with their tables; read a table over two pages as one.";

  private Example() {}

  static Iteration iteration() {
    return Iteration.builder(REQUEST)
        .file(
            document("invoice.pdf"),
            FileInstructions.builder()
                .general("One invoice; its table of items goes on from page 1 to page 2.")
                .page(2, "The row 'Carried over' is no item: leave it out.")
                .page(3, "Skip the stamp, but read the total that it covers.")
                .build())
        .file(
            document("delivery-note.jpg"),
            FileInstructions.builder()
                .general("A scan, askew. Where a number was corrected by hand, that counts.")
                .build())
        .build();
  }

  private static Document document(String name) {
    try (InputStream in = open(name)) {
      return Document.of(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = Example.class.getResourceAsStream("examples/" + name);
    if (in == null) {
      throw new IllegalStateException("The example " + name + " is missing: build the jar again.");
    }
    return in;
  }
}
