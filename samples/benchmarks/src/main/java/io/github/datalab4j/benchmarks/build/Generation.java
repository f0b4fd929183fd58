package io.github.datalab4j.benchmarks.build;

import io.github.datalab4j.benchmarks.probe.Probe;
import io.github.datalab4j.benchmarks.probe.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Generates a client once, in a JVM that has not generated anything before. */
final class Generation {
  /** Of OpenAPI Generator's own tests, among those that both generators take, the largest. */
  private static final String LARGE_DOCUMENT = "3_0/jetbrains/ManagementService-v3.json";

  /** What the names of the metrics begin with. */
  static final String METRIC = "generation";

  private Generation() {}

  /** Of the service's document. */
  public static final class OfOurs implements Probe {
    @Override
    public List<Reading> read(String peer, boolean smoke) throws Exception {
      return generated(peer, METRIC + ", the service's document", Generators::ourDocument);
    }
  }

  /** Of a large document. */
  public static final class OfLarge implements Probe {
    @Override
    public List<Reading> read(String peer, boolean smoke) throws Exception {
      return generated(
          peer,
          METRIC + ", a document of 1.2 MB",
          smoke ? Generators::ourDocument : folder -> Generators.document(LARGE_DOCUMENT, folder));
    }
  }

  private static List<Reading> generated(String peer, String metric, DocumentPlace document)
      throws IOException {
    Path folder = Files.createTempDirectory("generation");
    try {
      Path file = document.in(folder);
      long start = System.nanoTime();
      generate(peer, file, folder.resolve("generated"));
      double millis = (System.nanoTime() - start) / 1e6;
      return List.of(new Reading(metric, "ms", millis));
    } finally {
      Generators.delete(folder);
    }
  }

  private static void generate(String peer, Path document, Path folder) {
    CodegenConfigurator configurator =
        new CodegenConfigurator()
            .setGeneratorName(Generators.nameOf(peer))
            .setInputSpec(document.toString())
            .setOutputDir(folder.toString())
            .setValidateSpec(false);
    Generators.options(peer).forEach(configurator::addAdditionalProperty);
    if (new DefaultGenerator().opts(configurator.toClientOptInput()).generate().isEmpty()) {
      throw new AssertionError("nothing was generated");
    }
  }

  @FunctionalInterface
  private interface DocumentPlace {
    Path in(Path folder) throws IOException;
  }
}
