package io.github.datalab4j.android;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;

import android.net.Uri;
import android.provider.OpenableColumns;
import io.github.datalab4j.Document;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

@RunWith(RobolectricTestRunner.class)
public class UriDocumentTest {
  private static final byte[] CONTENT = "%PDF-1.7".getBytes(UTF_8);

  @Test
  public void nameLengthAndMediaTypeAreTheProviders() throws Exception {
    Scans.with(CONTENT).named("Rechnung März.pdf");
    Document document = document(Scans.URI);
    assertEquals("Rechnung März.pdf", document.name());
    assertEquals("application/pdf", document.mediaType());
    assertEquals(CONTENT.length, document.length());
  }

  @Test
  public void aLengthThatTheProviderDoesNotKnowStaysUnknown() throws Exception {
    Scans.with(CONTENT).ofUnknownLength();
    assertEquals(Document.UNKNOWN_LENGTH, document(Scans.URI).length());
  }

  @Test
  public void columnsAreTakenByTheirNames() throws Exception {
    Scans.with(CONTENT)
        .named("scan.pdf")
        .withColumns("_id", OpenableColumns.SIZE, "flags", OpenableColumns.DISPLAY_NAME);
    Document document = document(Scans.URI);
    assertEquals("scan.pdf", document.name());
    assertEquals(CONTENT.length, document.length());
  }

  @Test
  public void aProviderThatKnowsOnlyTheNameTellsThat() throws Exception {
    Scans.with(CONTENT).named("scan.pdf").withColumns(OpenableColumns.DISPLAY_NAME);
    Document document = document(Scans.URI);
    assertEquals("scan.pdf", document.name());
    assertEquals(Document.UNKNOWN_LENGTH, document.length());
  }

  @Test
  public void aProviderThatKnowsOnlyTheSizeTellsThat() throws Exception {
    Scans.with(CONTENT).withColumns(OpenableColumns.SIZE);
    Document document = document(Scans.URI);
    assertEquals("document", document.name());
    assertEquals(CONTENT.length, document.length());
  }

  @Test
  public void aDisplayNameThatIsAPathBecomesAFileName() {
    Scans.with(CONTENT).named("../2026/\"final\".pdf");
    assertEquals(".._2026__final_.pdf", document(Scans.URI).name());
  }

  @Test
  public void anEmptyDisplayNameIsReplaced() {
    Scans.with(CONTENT).named("");
    assertEquals("document", document(Scans.URI).name());
  }

  private static Document document(Uri uri) {
    return UriDocument.of(Service.application().getContentResolver(), uri);
  }
}
