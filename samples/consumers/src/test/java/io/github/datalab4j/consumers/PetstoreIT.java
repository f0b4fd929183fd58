package io.github.datalab4j.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The generator's example, built as by somebody who has nothing of this project but its jar. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class PetstoreIT {
  private static final Path EXAMPLE = Path.of("../../generated-client/generator/examples/petstore");

  private static final Map<String, String> ANSWERS =
      Map.of(
          "POST /api/v3/pet",
          "{\"id\": 7, \"name\": \"Rex\", \"status\": \"available\"}",
          "POST /api/v3/pet/7/photos",
          "{\"id\": 7, \"name\": \"Rex\", \"photoUrls\": [\"/photos/rex.png\"]}",
          "GET /api/v3/pet/findByStatus?status=available,on-holiday",
          "[{\"name\": \"Rex\", \"status\": \"available\"},"
              + " {\"name\": \"Tom\", \"status\": \"on-holiday\"}]");

  @Test
  void anOutsiderGeneratesAClientAndCallsIt() throws Exception {
    OutsiderBuild build = OutsiderBuild.ofExample(EXAMPLE);
    build.maven("compile");
    try (MockWebServer store = new MockWebServer()) {
      store.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              String answer = ANSWERS.get(request.getMethod() + " " + request.getPath());
              return answer == null
                  ? new MockResponse().setResponseCode(204)
                  : new MockResponse()
                      .setHeader("Content-Type", "application/json")
                      .setBody(answer);
            }
          });
      store.start();

      String said =
          build.onClassPath(
              JavaHome.current(),
              "example.PetstoreExample",
              List.of(store.url("/api/v3/").toString()));

      assertEquals(
          List.of(
              "added Rex as 7",
              "photos [/photos/rex.png]",
              "found Rex, available",
              "found Tom, on-holiday",
              "sold Rex"),
          said.lines().toList());
      assertEquals("{\"name\":\"Rex\",\"status\":\"available\"}", taken(store));
      assertTrue(taken(store).contains("filename=\"rex.png\""));
      assertEquals("", taken(store));
      assertEquals("secret", store.takeRequest().getHeader("api_key"));
    }
  }

  @Test
  void aDocumentThatIsMissingIsNamed() throws Exception {
    OutsiderBuild build = OutsiderBuild.ofExample(EXAMPLE);
    Files.delete(build.folder().resolve("petstore.yaml"));

    String said = build.failingMaven("generate-sources");

    assertTrue(said.contains("petstore.yaml"), said);
  }

  private static String taken(MockWebServer store) throws InterruptedException, IOException {
    return store.takeRequest().getBody().readUtf8();
  }
}
