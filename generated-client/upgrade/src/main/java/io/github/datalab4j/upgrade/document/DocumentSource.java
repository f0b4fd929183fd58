package io.github.datalab4j.upgrade.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/** Fetches documents: from files, and by http and https. */
public final class DocumentSource {
  private static final int MOST_BYTES = (64 << 20) + 1;

  private final Duration timeout;

  public DocumentSource() {
    this(Duration.ofSeconds(30));
  }

  /**
   * A source with another patience than 30 s.
   *
   * @param timeout for the connection, and again until the answer begins
   */
  DocumentSource(Duration timeout) {
    this.timeout = timeout;
  }

  /** The document at that path or address. */
  public DocumentText read(String pathOrUrl) throws UnreadableDocumentException {
    return DocumentText.of(
        pathOrUrl, pathOrUrl.matches("(?i)https?://.*") ? get(pathOrUrl) : file(pathOrUrl));
  }

  private static byte[] file(String path) throws UnreadableDocumentException {
    try {
      Path file = Path.of(path);
      if (!Files.exists(file)) {
        throw new UnreadableDocumentException(
            "There is no file " + path + ". Give a path, or an address that begins with http.");
      }
      if (Files.isDirectory(file)) {
        throw new UnreadableDocumentException(path + " is a folder; give the document in it.");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(MOST_BYTES);
      }
    } catch (IOException | InvalidPathException e) {
      throw new UnreadableDocumentException("Cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private byte[] get(String url) throws UnreadableDocumentException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(timeout)
              .header("Accept", "application/yaml, application/json, text/plain, */*")
              .build();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        if (response.statusCode() != 200) {
          throw new UnreadableDocumentException(
              url + " answers " + response.statusCode() + " instead of the document.");
        }
        return in.readNBytes(MOST_BYTES);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableDocumentException(
          url
              + " does not answer ("
              + e
              + "). Check the address and the network, or download the document and give its path.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableDocumentException(url + " was not read: interrupted.", e);
    }
  }
}
