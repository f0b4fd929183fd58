package io.github.datalab4j.generator;

import io.github.datalab4j.generator.testing.RoundTrips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.Call;
import org.junit.jupiter.api.Assertions;
import retrofit2.Retrofit;

/**
 * All that is asked of any document: that it generates, that the code compiles without a warning
 * and is taken by Retrofit, and that values of every schema come through unchanged.
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
   * @throws AssertionError with the first thing that is wrong
   */
  static RoundTrips pass(Path document, Path folder, int instances) throws IOException {
    GeneratedClient.Loaded client = GeneratedClient.generate(document, folder).compile();
    Retrofit retrofit =
        client.retrofit(NO_CALLS).baseUrl("http://localhost/").validateEagerly(true).build();
    client.interfaces().forEach(retrofit::create);
    RoundTrips trips = RoundTrips.of(Files.readString(document), instances);
    Assertions.assertEquals("", String.join("\n", trips.failures()));
    return trips;
  }
}
