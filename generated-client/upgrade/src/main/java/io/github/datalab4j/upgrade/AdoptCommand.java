package io.github.datalab4j.upgrade;

import io.github.datalab4j.generator.document.UnreadableDocumentException;
import io.github.datalab4j.upgrade.project.Adoption;
import io.github.datalab4j.upgrade.project.Project;
import io.github.datalab4j.upgrade.project.ProjectException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "adopt",
    description = "Puts a new API document in place, and brings what follows from it up to date.",
    exitCodeOnInvalidInput = 1)
final class AdoptCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DOCUMENT", description = "Path or address of the new document.")
  private String document;

  @Option(
      names = "--project",
      paramLabel = "FOLDER",
      description = "A folder in the checkout. Default: the current one.")
  private Path folder = Path.of("");

  @Option(names = "--force", description = "Write over changes that are not committed.")
  private boolean force;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  AdoptCommand() {}

  @Override
  public Integer call() throws UnreadableDocumentException, ProjectException {
    PrintWriter out = spec.commandLine().getOut();
    Project project = Project.around(folder);
    if (!force) {
      Adoption.check(project);
    }
    Upgrade upgrade = Upgrade.of(project, document);
    if (upgrade.isSame()) {
      out.println("The project has this document already.");
      return 0;
    }
    Adoption.apply(project, upgrade.text(), upgrade.after(), upgrade.changelog());
    out.println(
        "Adopted: the document, its published copy, the surface file, and a draft in the"
            + " changelog.");
    upgrade.messages().forEach(message -> out.println("  the parser says: " + message));
    out.println("By the documents alone this is a " + upgrade.changes().verdict() + " change.");
    out.println(upgrade.facadeTask());
    out.println("Now: edit CHANGELOG.md, run mvn verify, review git diff, commit.");
    return 0;
  }
}
