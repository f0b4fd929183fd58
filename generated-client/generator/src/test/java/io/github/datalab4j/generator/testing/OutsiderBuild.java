package io.github.datalab4j.generator.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of a project outside of this one, built by a Maven of its own with an empty local
 * repository into which the generator is put as {@code mvn install} would put it. Everything else
 * comes from the repository of the build that runs the test, so that nothing is downloaded twice.
 */
public final class OutsiderBuild {
  private static final String VERSION = System.getProperty("project.version");
  private static final Path MODULE = Paths.get("").toAbsolutePath();

  private final Path folder;
  private final Path repository;
  private final Path settings;
  private int runs;

  private OutsiderBuild(Path folder) {
    this.folder = folder.resolve("project");
    this.repository = folder.resolve("repository");
    this.settings = folder.resolve("settings.xml");
  }

  public static OutsiderBuild of(Path project, Path folder) throws IOException {
    OutsiderBuild build = new OutsiderBuild(folder);
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = build.folder.resolve(project.relativize(file).toString());
        if (Files.isRegularFile(file) && !file.startsWith(project.resolve("target"))) {
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    build.install("datalab4j-parent", MODULE.resolve("../../pom.xml"), ".pom");
    build.install("datalab4j-generated-client", MODULE.resolve("../pom.xml"), ".pom");
    build.install("datalab4j-generator", MODULE.resolve("pom.xml"), ".pom");
    String jar = "target/datalab4j-generator-" + VERSION + ".jar";
    build.install("datalab4j-generator", MODULE.resolve(jar), ".jar");
    Files.writeString(build.settings, settings(System.getProperty("local.repository")));
    return build;
  }

  private void install(String artifact, Path file, String ending) throws IOException {
    Path target =
        repository
            .resolve("io/github/datalab4j")
            .resolve(artifact)
            .resolve(VERSION)
            .resolve(artifact + "-" + VERSION + ending);
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
  }

  /** The files of a local repository can be read as those of a remote one. */
  private static String settings(String localRepository) {
    String place =
        "<id>filled</id><url>"
            + Paths.get(localRepository).toUri()
            + "</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
            + "<snapshots><enabled>false</enabled></snapshots>";
    return "<settings><profiles><profile><id>filled</id>"
        + "<repositories><repository>"
        + place
        + "</repository></repositories><pluginRepositories><pluginRepository>"
        + place
        + "</pluginRepository></pluginRepositories></profile></profiles>"
        + "<activeProfiles><activeProfile>filled</activeProfile></activeProfiles></settings>";
  }

  public Path folder() {
    return folder;
  }

  /** Runs Maven; it has to pass. What it said. */
  public String maven(String... arguments) throws IOException, InterruptedException {
    Result result = run(mavenCommand(arguments));
    assertEquals(0, result.code, result.output);
    return result.output;
  }

  /** Runs Maven; it has to fail. What it said. */
  public String failingMaven(String... arguments) throws IOException, InterruptedException {
    Result result = run(mavenCommand(arguments));
    assertNotEquals(0, result.code, result.output);
    return result.output;
  }

  private List<String> mavenCommand(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("mvn"));
    command.addAll(List.of("-B", "-ntp", "-s", settings.toString()));
    command.add("-Dmaven.repo.local=" + repository);
    if (System.getProperty("mvn.offline").equals("--offline=true")) {
      command.addAll(List.of("-o", "-Daether.offline.protocols=file"));
    }
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** Runs a class of the project, which has put its libraries into {@code target/lib}. */
  public String java(String mainClass, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(String.join(File.pathSeparator, "target/classes", "target/lib/*"));
    command.add(mainClass);
    command.addAll(Arrays.asList(arguments));
    Result result = run(command);
    assertEquals(0, result.code, result.output);
    return result.output;
  }

  private record Result(int code, String output) {}

  private Result run(List<String> command) throws IOException, InterruptedException {
    Path log = folder.resolveSibling("run-" + runs++ + ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    try {
      return new Result(process.waitFor(), Files.readString(log));
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }
}
