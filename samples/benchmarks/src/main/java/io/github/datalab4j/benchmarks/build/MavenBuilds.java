package io.github.datalab4j.benchmarks.build;

import io.github.datalab4j.benchmarks.probe.Probe;
import io.github.datalab4j.benchmarks.probe.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A little Maven project whose only code is generated: built from nothing, and again with nothing
 * changed. Maven is {@code mvn}, or what the property {@code benchmarks.mvn} names; the property
 * {@code benchmarks.repository} names a local repository other than its own default.
 */
public final class MavenBuilds implements Probe {
  private static final String MVN = "benchmarks.mvn";
  private static final String REPOSITORY = "benchmarks.repository";
  static final List<String> PROPERTIES = List.of(MVN, REPOSITORY);
  static final List<String> PEERS =
      List.of(Generators.OURS, Generators.STOCK, Generators.STOCK_SKIPPING);

  @Override
  public List<Reading> read(String peer, boolean smoke) throws Exception {
    Path project = Files.createTempDirectory("build");
    try {
      write(project, peer);
      String phase = smoke ? "generate-sources" : "compile";
      if (!smoke) {
        maven(project, phase); // so that no download is measured
        Generators.delete(project.resolve("target"));
      }
      double clean = maven(project, "-o", phase);
      Map<Path, FileTime> before = javaFiles(project);
      double unchanged = maven(project, "-o", phase);
      long written =
          javaFiles(project).entrySet().stream()
              .filter(file -> !file.getValue().equals(before.get(file.getKey())))
              .count();
      return List.of(
          new Reading("clean build", "s", clean),
          new Reading("unchanged build", "s", unchanged),
          new Reading("Java files", "", before.size()),
          new Reading("Java files written by the unchanged build", "", written));
    } finally {
      Generators.delete(project);
    }
  }

  private static void write(Path project, String peer) throws IOException {
    Path document = Generators.ourDocument(project);
    StringBuilder options = new StringBuilder();
    Generators.options(peer)
        .forEach((name, value) -> options.append("<" + name + ">" + value + "</" + name + ">\n"));
    Path pom = Generators.document("project.xml", project);
    Files.writeString(
        project.resolve("pom.xml"),
        Files.readString(pom)
            .replace("GENERATOR.JAR", Generators.jar(project).toString())
            .replace("GENERATOR.NAME", Generators.nameOf(peer))
            .replace("DOCUMENT", document.toString())
            .replace("SKIP", String.valueOf(peer.equals(Generators.STOCK_SKIPPING)))
            .replace("OPTIONS", options));
  }

  private static Map<Path, FileTime> javaFiles(Path project) throws IOException {
    Map<Path, FileTime> times = new HashMap<>();
    try (Stream<Path> files = Files.walk(project.resolve("target/generated-sources"))) {
      for (Path file :
          (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  /** Seconds that it took. */
  private static double maven(Path project, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty(MVN, "mvn"));
    command.addAll(List.of("-B", "-ntp", "-q"));
    String repository = System.getProperty(REPOSITORY);
    if (repository != null) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    command.addAll(List.of(arguments));
    Path log = project.resolve("maven.log");
    long start = System.nanoTime();
    int code =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (code != 0) {
      throw new IOException(command + " ended with " + code + ":\n" + Files.readString(log));
    }
    return seconds;
  }
}
