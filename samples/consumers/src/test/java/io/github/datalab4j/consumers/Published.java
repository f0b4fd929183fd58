package io.github.datalab4j.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** What the project publishes, as this build has made it. */
enum Published {
  API_SPEC("datalab4j-api-spec", "api-spec", "io.github.datalab4j.spec"),
  BOM("datalab4j-bom", "facade/bom", null),
  CLIENT("datalab4j-client", "generated-client/client", "io.github.datalab4j.client"),
  FACADE("datalab4j", "facade", "io.github.datalab4j"),
  GENERATOR("datalab4j-generator", "generated-client/generator", "io.github.datalab4j.generator"),
  SIMULATOR("datalab4j-simulator", "samples/simulator", "io.github.datalab4j.simulator");

  static final String VERSION = System.getProperty("project.version");
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

  final String artifact;
  private final String folder;
  private final String module;

  Published(String artifact, String folder, String module) {
    this.artifact = artifact;
    this.folder = folder;
    this.module = module;
  }

  private Path target() {
    return PROJECT.resolve(folder).resolve("target");
  }

  Path pom() {
    return target().resolve("published-pom.xml");
  }

  /** Empty for the BOM. */
  Optional<Path> jar() {
    return file(".jar");
  }

  Optional<Path> sources() {
    return file("-sources.jar");
  }

  private Optional<Path> file(String ending) {
    return moduleName().map(name -> target().resolve(artifact + "-" + VERSION + ending));
  }

  Optional<String> moduleName() {
    return Optional.ofNullable(module);
  }

  /** Puts all of it where {@code mvn install} would. */
  static void installInto(Path repository) throws IOException {
    for (Published published : values()) {
      Path place =
          Files.createDirectories(
              repository
                  .resolve("io/github/datalab4j")
                  .resolve(published.artifact)
                  .resolve(VERSION));
      String name = published.artifact + "-" + VERSION;
      copy(published.pom(), place.resolve(name + ".pom"));
      if (published.jar().isPresent()) {
        copy(published.jar().get(), place.resolve(name + ".jar"));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
