package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** A document that a service gives only to those who may read it. */
final class DocumentAtAddressTest {
  @Test
  void isAskedForWithWhatTheServiceWantsEachTime(@TempDir Path folder) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(onlyWithAuth(Files.readString(DocumentFiles.own("aliases.yaml"))));
      server.start();
      CodegenConfigurator configurator =
          new CodegenConfigurator()
              .setGeneratorName("retrofit-moshi")
              .setInputSpec(server.url("/api.yaml").toString())
              .setAuth("X-Auth:secret")
              .setOutputDir(folder.toString());

      new DefaultGenerator().opts(configurator.toClientOptInput()).generate();

      for (int i = server.getRequestCount(); i > 0; i--) {
        assertEquals("secret", server.takeRequest().getHeader("X-Auth"));
      }
    }
    assertTrue(report(folder).contains("What the parser says was not asked"), report(folder));
  }

  private static String report(Path folder) throws IOException {
    return Files.readString(folder.resolve("generator-report.txt"));
  }

  private static Dispatcher onlyWithAuth(String document) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return "secret".equals(request.getHeader("X-Auth"))
            ? new MockResponse().setBody(document)
            : new MockResponse().setResponseCode(401);
      }
    };
  }
}
