package io.github.datalab4j.upgrade.project;

import io.github.datalab4j.upgrade.document.ApiDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A checkout of this project, or a copy of one. */
public final class Project {
  private static final String DOCUMENT =
      "api-spec/src/main/resources/META-INF/datalab4j/datalab-openapi.yaml";
  private static final String PUBLISHED = "api-spec/src/test/resources/fragments";
  private static final String MESSAGES = "api-spec/src/test/resources/parser-messages.txt";
  private static final String SURFACE = "generated-client/client/api-surface.txt";
  private static final String CHANGELOG = "CHANGELOG.md";

  private final Path root;

  Project(Path root) {
    this.root = root;
  }

  /** The project that a folder is in. */
  public static Project around(Path folder) throws ProjectException {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(DOCUMENT)) && Files.isRegularFile(at.resolve("pom.xml"))) {
        return new Project(at);
      }
    }
    throw new ProjectException(
        folder
            + " is not in a checkout of datalab4j: there is no "
            + DOCUMENT
            + ". Run the command inside of one, or name one by --project.");
  }

  public Path root() {
    return root;
  }

  /** The API document that everything is made from. */
  public Path document() {
    return root.resolve(DOCUMENT);
  }

  /** The folder of the document's parts as they were published. */
  Path published() {
    return root.resolve(PUBLISHED);
  }

  /** What the parser is known to say against the document. */
  Path parserMessages() {
    return root.resolve(MESSAGES);
  }

  /** What the generated client offers. */
  public Path surface() {
    return root.resolve(SURFACE);
  }

  /** Refuses to go on where the generator in this program is not the one of the project. */
  public void checkSurface(ApiDocument document) throws ProjectException {
    try {
      if (Files.exists(surface())
          && Files.readString(surface()).replace("\r\n", "\n").equals(document.surface())) {
        return;
      }
    } catch (IOException e) {
      throw new ProjectException("Cannot read " + surface(), e);
    }
    throw new ProjectException(
        "%s does not fit the document: either upgrade.jar is older than the generator (build it again:"
                .formatted(SURFACE)
            + " mvn -q -pl generated-client/upgrade -am package -DskipTests), or a change of the"
            + " surface waits to be accepted (mvn verify says so).");
  }

  /** Refuses names of modules that Maven would not find, before anything is built. */
  public void checkModules(List<String> modules) throws ProjectException {
    for (String module : modules) {
      if (!module.contains(":") && !Files.isRegularFile(root.resolve(module).resolve("pom.xml"))) {
        throw new ProjectException(
            "There is no module "
                + module
                + ". Name modules by their folders, for example: --modules facade,samples/simulator");
      }
    }
  }

  Path changelog() {
    return root.resolve(CHANGELOG);
  }

  /** The jar of the generated client, once it was built. */
  Path clientJar() throws ProjectException {
    Path target = root.resolve("generated-client/client/target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches("datalab4j-client-[^/]*\\.jar"))
          .filter(file -> !file.toString().endsWith("-sources.jar"))
          .findFirst()
          .orElseThrow(() -> new ProjectException("No jar of the client in " + target));
    } catch (IOException e) {
      throw new ProjectException("No jar of the client in " + target, e);
    }
  }

  /**
   * The files that {@code git} knows and those that it does not ignore; all but built ones else.
   */
  List<Path> sources() throws IOException {
    try {
      String files =
          Commands.output(root, "git", "ls-files", "-z", "-c", "-o", "--exclude-standard");
      List<Path> sources = new ArrayList<>();
      for (String file : files.split("\0", -1)) {
        if (!file.isEmpty() && Files.isRegularFile(root.resolve(file))) {
          sources.add(Path.of(file));
        }
      }
      return sources;
    } catch (IOException noGit) {
      return filesThatAreNotBuilt();
    }
  }

  private List<Path> filesThatAreNotBuilt() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(root::relativize)
          .filter(file -> !file.toString().matches("(.*/)?(target|\\.git|\\.idea)/.*"))
          .toList();
    }
  }

  /** Copies the sources into a folder. */
  Project copyTo(Path folder) throws IOException {
    for (Path source : sources()) {
      Path copy = folder.resolve(source.toString());
      Files.createDirectories(copy.getParent());
      Files.copy(root.resolve(source), copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }
    return new Project(folder);
  }

  /** Which of the files that an adoption writes have changes that are not committed. */
  List<String> uncommitted() {
    try {
      String status =
          Commands.output(
              root,
              "git",
              "status",
              "--porcelain",
              "--untracked-files=all",
              "--",
              DOCUMENT,
              PUBLISHED,
              MESSAGES,
              SURFACE,
              CHANGELOG);
      return status.lines().map(line -> line.substring(3)).toList();
    } catch (IOException noGit) {
      return List.of();
    }
  }
}
