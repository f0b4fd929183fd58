package io.github.datalab4j.consumers;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of a build, outside of this project, for a Maven of its own whose local repository has of
 * ours what is published and nothing else. All the rest comes from the repository of the build that
 * runs the test, or from where Maven takes it by default.
 */
final class OutsiderBuild {
  private static final Path REPOSITORY = Path.of("target/repository").toAbsolutePath();
  private static final Path RUNS = Path.of("target/builds").toAbsolutePath();

  private final Path folder;
  private int runs;

  private OutsiderBuild(Path folder) {
    this.folder = folder;
  }

  /** The last of the builds, with the files that only those before it have. */
  static OutsiderBuild of(String... names) throws IOException {
    OutsiderBuild build = empty(names[names.length - 1]);
    for (String name : names) {
      build.add(Path.of("builds", name));
    }
    return build;
  }

  /** An example that stands with what it shows. */
  static OutsiderBuild ofExample(Path project) throws IOException {
    OutsiderBuild build = empty(project.getFileName().toString());
    build.add(project);
    return build;
  }

  private static OutsiderBuild empty(String name) throws IOException {
    OutsiderBuild build = new OutsiderBuild(RUNS.resolve(name));
    deleteAll(build.folder);
    return build;
  }

  private void add(Path project) throws IOException {
    try (Stream<Path> files = Files.walk(project)) {
      Path built = project.resolve("target"); // by somebody who tried it where it stands
      for (Path file :
          (Iterable<Path>)
              files.filter(f -> Files.isRegularFile(f) && !f.startsWith(built))::iterator) {
        Path copy = folder.resolve(project.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  /** The files of a local repository can be read as those of a remote one. */
  private static String settings(String localRepository) {
    String place =
        "<id>filled</id><url>"
            + Path.of(localRepository).toUri()
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

  Path folder() {
    return folder;
  }

  /** Runs Maven; it has to pass. What it said. */
  String maven(String... arguments) throws IOException, InterruptedException {
    return run(mavenCommand(arguments)).passed();
  }

  /** Runs Maven; it has to fail. What it said. */
  String failingMaven(String... arguments) throws IOException, InterruptedException {
    Program maven = run(mavenCommand(arguments));
    assertNotEquals(0, maven.code(), maven.output());
    return maven.output();
  }

  private static List<String> mavenCommand(String... arguments) throws IOException {
    Published.installInto(REPOSITORY);
    Path settings = RUNS.resolve("settings.xml");
    Files.writeString(settings, settings(System.getProperty("local.repository")));
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("mvn"));
    command.addAll(List.of("-B", "-ntp", "-s", settings.toString()));
    command.add("-Dmaven.repo.local=" + REPOSITORY);
    if (System.getProperty("mvn.offline").equals("--offline=true")) {
      command.addAll(List.of("-o", "-Daether.offline.protocols=file"));
    }
    command.addAll(List.of(arguments));
    return command;
  }

  /** Runs a class of the build by its class path, {@code target/lib} included. */
  String onClassPath(JavaHome java, String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    String path = String.join(File.pathSeparator, "target/classes", "target/lib/*");
    return java(java, List.of("-cp", path, mainClass), arguments);
  }

  /** The same by its module path. */
  String onModulePath(JavaHome java, String module, List<String> arguments)
      throws IOException, InterruptedException {
    String path = String.join(File.pathSeparator, "target/classes", "target/lib");
    return java(java, List.of("-p", path, "-m", module), arguments);
  }

  private String java(JavaHome java, List<String> what, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java.program().toString());
    command.addAll(what);
    command.addAll(arguments);
    return run(command).passed();
  }

  private Program run(List<String> command) throws IOException, InterruptedException {
    Path log = folder.resolveSibling(folder.getFileName() + "-" + runs++ + ".log");
    return Program.run(folder, log, command);
  }
}
