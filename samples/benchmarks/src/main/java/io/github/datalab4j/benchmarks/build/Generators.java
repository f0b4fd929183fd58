package io.github.datalab4j.benchmarks.build;

import io.github.datalab4j.benchmarks.probe.Code;
import io.github.datalab4j.benchmarks.probe.Probe;
import io.github.datalab4j.benchmarks.probe.Probes;
import io.github.datalab4j.generator.RetrofitMoshiCodegen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Our generator and the stock one, with the same work for both. */
final class Generators {
  static final String OURS = "datalab4j";
  static final String STOCK = "stock";
  static final List<String> PEERS = List.of(OURS, STOCK);

  /** The stock one with an option of its Maven plugin, which it has for every generator. */
  static final String STOCK_SKIPPING = "stock, skipIfSpecIsUnchanged";

  private static final String QUIET = "-Dorg.slf4j.simpleLogger.defaultLogLevel=error";
  private static final String OUR_DOCUMENT = "META-INF/datalab4j/datalab-openapi.yaml";

  private Generators() {}

  /** In JVMs that have the generators on their class path, which no other benchmark has. */
  static Probes probes(Class<? extends Probe> probe, List<String> peers) {
    Stream<String> ofMaven =
        MavenBuilds.PROPERTIES.stream()
            .filter(name -> System.getProperty(name) != null)
            .map(name -> "-D" + name + "=" + System.getProperty(name));
    return new Probes(probe, peers, Stream.concat(Stream.of(QUIET), ofMaven).toArray(String[]::new))
        .withJarsOf(Code.besideThisModule("generators"));
  }

  /** Its name for OpenAPI Generator. */
  static String nameOf(String peer) {
    return peer.equals(OURS) ? new RetrofitMoshiCodegen().getName() : "java";
  }

  /** What makes both generate a Java client with Retrofit and RxJava. */
  static Map<String, String> options(String peer) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("sourceFolder", "java");
    options.put("invokerPackage", "com.example.client");
    options.put("apiPackage", "com.example.client.api");
    options.put("modelPackage", "com.example.client.model");
    if (!peer.equals(OURS)) {
      options.put("library", "retrofit2");
      options.put("serializationLibrary", "gson");
      options.put("useRxJava3", "true");
      options.put("openApiNullable", "false");
    }
    return options;
  }

  /** The document of the service, as a file in that folder. */
  static Path ourDocument(Path folder) throws IOException {
    return document(OUR_DOCUMENT, folder);
  }

  /** That resource as a file in that folder. */
  static Path document(String resource, Path folder) throws IOException {
    Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    try (InputStream document = Generators.class.getResourceAsStream("/" + resource)) {
      if (document == null) {
        throw new IOException("no " + resource + " on the class path");
      }
      Files.copy(document, file);
    }
    return file;
  }

  /** Our generator's jar; where the build has only its classes yet, one is made in that folder. */
  static Path jar(Path folder) {
    Path code = Code.of(RetrofitMoshiCodegen.class);
    if (Files.isRegularFile(code)) {
      return code;
    }
    Path jar = folder.resolve("generator.jar");
    ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(System.out, System.err, "-cf", jar.toString(), "-C", code.toString(), ".");
    return jar;
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
