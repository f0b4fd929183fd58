package io.github.datalab4j.upgrade.document;

import io.github.datalab4j.generator.document.Limits;
import io.github.datalab4j.generator.document.UnreadableDocumentException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Fetches documents: from files, and by http and https. */
public final class DocumentSource {
  private static final int MOST_BYTES = Limits.LARGEST + 1;

  private final Duration toBegin;
  private final Duration toEnd;

  public DocumentSource() {
    this(Duration.ofSeconds(30), Duration.ofSeconds(60));
  }

  /**
   * A source with another patience than 30 and 60 s.
   *
   * @param toBegin for the connection, and again until the answer begins
   * @param toEnd for the rest of the answer
   */
  DocumentSource(Duration toBegin, Duration toEnd) {
    this.toBegin = toBegin;
    this.toEnd = toEnd;
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
      throw new UnreadableDocumentException("Cannot read " + path + ": " + e.getMessage());
    }
  }

  private byte[] get(String url) throws UnreadableDocumentException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(toBegin)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(toBegin)
              .header("Accept", "application/yaml, application/json, text/plain, */*")
              .build();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        if (response.statusCode() != 200) {
          throw new UnreadableDocumentException(
              url + " answers " + response.statusCode() + " instead of the document.");
        }
        return readInTime(in);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableDocumentException(
          url
              + " does not answer ("
              + e
              + "). Check the address and the network, or download the document and give its path.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableDocumentException(url + " was not read: interrupted.");
    }
  }

  /** The client's own timeout ends where the answer begins. */
  private byte[] readInTime(InputStream in) throws IOException {
    AtomicBoolean late = new AtomicBoolean();
    CompletableFuture.delayedExecutor(toEnd.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              late.set(true);
              close(in);
            });
    try {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw late.get() ? new HttpTimeoutException("the answer does not end") : e;
    }
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // Who reads from it is told too.
    }
  }
}
