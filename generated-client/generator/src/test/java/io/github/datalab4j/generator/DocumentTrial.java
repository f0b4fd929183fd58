package io.github.datalab4j.generator;

import io.github.datalab4j.generator.testing.RoundTrips;
import io.github.datalab4j.generator.wire.WireCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Call;
import org.junit.jupiter.api.Assertions;
import retrofit2.Retrofit;

/**
 * All that is asked of any document: that it generates, that the code compiles without a warning
 * and is taken by Retrofit, that values of every schema come through unchanged, and that each call
 * arrives as the document says.
 */
final class DocumentTrial {
  private static final Call.Factory NO_CALLS =
      request -> {
        throw new AssertionError("Nothing is called here");
      };

  private DocumentTrial() {}

  /**
   * Tries one document.
   *
   * @param folder an empty one, for the sources
   * @param instances how many values for each schema
   * @return the client
   * @throws AssertionError with what is wrong
   */
  static GeneratedClient.Loaded pass(Path document, Path folder, int instances) throws IOException {
    GeneratedClient.Loaded client =
        GeneratedClient.generate(document, folder, WireCalls.options(folder)).compile();
    Retrofit retrofit =
        client.retrofit(NO_CALLS).baseUrl("http://localhost/").validateEagerly(true).build();
    client.interfaces().forEach(retrofit::create);
    List<String> failures =
        new ArrayList<>(RoundTrips.of(Files.readString(document), instances).failures());
    failures.addAll(WireCalls.failures(document, folder, client, WireCalls.USUAL));
    Assertions.assertEquals("", String.join("\n", failures));
    return client;
  }
}
