package io.github.datalab4j.upgrade.project;

import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.DocumentText;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adopts a document in a copy of the project, and builds and tests the copy. */
public final class Rehearsal {
  private static final String CLIENT = "generated-client/client";

  private final Project project;
  private final Maven maven;
  private final List<String> modules;
  private final Consumer<String> progress;
  private volatile boolean ending;

  /**
   * A rehearsal for a project, which stays as it is.
   *
   * @param modules what to build and test, with all that it needs; empty for everything
   * @param progress is told what comes next
   */
  public Rehearsal(Project project, Maven maven, List<String> modules, Consumer<String> progress) {
    this.project = project;
    this.maven = maven;
    this.modules = modules;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param steps in their order
   * @param api the changes of the Java API; null where one of the clients could not be built
   * @param inconclusive whether all that fails does so with the old document too: that tells
   *     nothing of the new one
   */
  public record Outcome(List<BuildStep> steps, @Nullable JarComparison api, boolean inconclusive) {
    /** Whether both clients could be generated and compiled. */
    public boolean isClientBuilt() {
      return api != null;
    }

    public boolean passed() {
      return isClientBuilt() && steps.stream().allMatch(BuildStep::passed);
    }
  }

  public Outcome run(DocumentText text, ApiDocument document, ChangelogDraft draft)
      throws ProjectException {
    Path folder;
    try {
      folder = Files.createTempDirectory("datalab4j-upgrade-");
    } catch (IOException e) {
      throw new ProjectException("Cannot make a temporary folder: " + e.getMessage(), e);
    }
    Thread interrupted = new Thread(() -> abandon(folder));
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      Project copy = project.copyTo(Files.createDirectory(folder.resolve("project")));
      return run(folder, copy, text, document, draft);
    } catch (IOException e) {
      throw new ProjectException("Cannot copy " + project.root() + ": " + e.getMessage(), e);
    } finally {
      Runtime.getRuntime().removeShutdownHook(interrupted);
      delete(folder);
    }
  }

  /** The program is being ended: so is Maven, and nothing stays behind. */
  private void abandon(Path folder) {
    ending = true;
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    delete(folder);
  }

  private Outcome run(
      Path folder, Project copy, DocumentText text, ApiDocument document, ChangelogDraft draft)
      throws IOException, ProjectException {
    List<BuildStep> steps = new ArrayList<>();
    if (!step(steps, copy, "Client as it is", client())) {
      return new Outcome(steps, null, false);
    }
    Path before = Files.copy(copy.clientJar(), folder.resolve("before.jar"));
    Adoption.apply(copy, text, document, draft);
    if (!step(steps, copy, "Client from the new document", client())) {
      return new Outcome(steps, null, false);
    }
    Path after =
        Files.copy(
            copy.clientJar(), folder.resolve("after.jar"), StandardCopyOption.REPLACE_EXISTING);
    boolean passed = step(steps, copy, what() + " built and tested", everything());
    boolean inconclusive = !passed && !passesAsItIs(steps, folder);
    return new Outcome(steps, JarComparison.between(before, after), inconclusive);
  }

  /** Whether something that failed last passes with the old document. */
  private boolean passesAsItIs(List<BuildStep> steps, Path folder)
      throws IOException, ProjectException {
    // A Maven that is ended with this program looks like one that fails.
    if (ending) {
      throw new ProjectException("The program is being ended.");
    }
    Set<String> failed = modules(steps.get(steps.size() - 1), "failed");
    Project asItIs = project.copyTo(Files.createDirectory(folder.resolve("as-it-is")));
    if (step(steps, asItIs, "What failed, with the old document", verify(asItIs, failed))) {
      return true;
    }
    failed.retainAll(modules(steps.get(steps.size() - 1), "passed"));
    return !failed.isEmpty();
  }

  private static Set<String> modules(BuildStep step, String status) {
    return step.modules().stream()
        .filter(module -> module.status().equals(status))
        .map(BuildStep.Module::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Verifies the modules of these names; everything where one of them is not found. */
  private String[] verify(Project copy, Set<String> names) throws IOException {
    Map<String, Path> folders = TestReports.folders(copy.root());
    if (names.isEmpty() || !folders.keySet().containsAll(names)) {
      return everything();
    }
    String paths =
        names.stream()
            .map(name -> copy.root().relativize(folders.getOrDefault(name, copy.root())))
            .map(path -> path.toString().isEmpty() ? "." : path.toString().replace('\\', '/'))
            .collect(Collectors.joining(","));
    return new String[] {"verify", "-fae", "-pl", paths, "-am"};
  }

  private boolean step(List<BuildStep> steps, Project copy, String name, String... arguments)
      throws ProjectException {
    progress.accept(name + ": mvn " + String.join(" ", arguments));
    BuildStep step = maven.run(copy, name, arguments);
    steps.add(step);
    return step.passed();
  }

  private static String[] client() {
    return new String[] {"package", "-pl", CLIENT, "-am", "-Dmaven.test.skip=true"};
  }

  private String what() {
    return modules.isEmpty() ? "Everything" : String.join(", ", modules);
  }

  private String[] everything() {
    return modules.isEmpty()
        ? new String[] {"verify", "-fae"}
        : new String[] {"verify", "-fae", "-pl", String.join(",", modules), "-am"};
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException error)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // It lies in the folder for temporary files: the system will delete it.
      folder.toFile().deleteOnExit();
    }
  }
}
