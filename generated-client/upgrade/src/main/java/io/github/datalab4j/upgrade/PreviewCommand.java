package io.github.datalab4j.upgrade;

import io.github.datalab4j.generator.document.UnreadableDocumentException;
import io.github.datalab4j.upgrade.project.Maven;
import io.github.datalab4j.upgrade.project.Project;
import io.github.datalab4j.upgrade.project.ProjectException;
import io.github.datalab4j.upgrade.project.Rehearsal;
import io.github.datalab4j.upgrade.report.Preview;
import io.github.datalab4j.upgrade.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "preview",
    description = "Tells what a new API document changes. No tracked file is touched.",
    exitCodeOnInvalidInput = 1,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:patch", "10:minor", "20:major", "1:failed"})
final class PreviewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "DOCUMENT",
      description = "Path or address of the new document.")
  private String document;

  @Parameters(
      index = "1..*",
      paramLabel = "MAVEN_OPTION",
      description = "What else Maven is given; after --, for example: -- -s settings.xml")
  private List<String> mavenOptions = List.of();

  @Option(
      names = "--project",
      paramLabel = "FOLDER",
      description = "A folder in the checkout. Default: the current one.")
  private Path folder = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "Where report.md and report.html go. Default: target/upgrade in the checkout.")
  private @Nullable Path output;

  @Option(names = "--maven", paramLabel = "PROGRAM", description = "Default: ${DEFAULT-VALUE}.")
  private String maven = "mvn";

  @Option(
      names = {"-o", "--offline"},
      description = "Let Maven use what it has downloaded before.")
  private boolean offline;

  @Option(
      names = "--modules",
      paramLabel = "MODULE",
      split = ",",
      description = "Build and test these, and what they need. Default: everything.")
  private List<String> modules = List.of();

  @Option(
      names = "--no-build",
      negatable = false,
      description = "Compare the documents only: quick, without Maven and japicmp.")
  private boolean noBuild;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  PreviewCommand() {}

  @Override
  public Integer call() throws UnreadableDocumentException, ProjectException, IOException {
    checkMavenOptions();
    PrintWriter out = spec.commandLine().getOut();
    Project project = Project.around(folder);
    Path reports = output == null ? project.root().resolve("target/upgrade") : output;
    Upgrade upgrade = Upgrade.of(project, document);
    makeFolder(reports);
    boolean build = !noBuild && !upgrade.isSame();
    Preview preview = upgrade.preview(build ? rehearse(project, upgrade, reports, out) : null);
    Files.writeString(reports.resolve("report.md"), Report.markdown(preview));
    Files.writeString(reports.resolve("report.html"), Report.html(preview));
    out.println();
    preview.changes().all().forEach(change -> out.println("  " + change));
    upgrade.messages().forEach(message -> out.println("  the parser says: " + message));
    if (upgrade.isSame()) {
      out.println("The project has this document already.");
    }
    out.println(upgrade.facadeTask());
    out.println();
    out.println("verdict: " + preview.word().toUpperCase(Locale.ROOT));
    out.println("report:  " + reports.resolve("report.html").toAbsolutePath().normalize());
    out.flush();
    return preview.exitCode();
  }

  /** What stands before the two dashes is meant as something else: as a second document. */
  private void checkMavenOptions() {
    List<String> arguments = spec.commandLine().getParseResult().originalArgs();
    int dashes = arguments.indexOf("--");
    if (mavenOptions.size() > (dashes < 0 ? 0 : arguments.size() - dashes - 1)) {
      throw new ParameterException(
          spec.commandLine(), "Give one document; Maven's options go behind --.");
    }
  }

  /** Before the builds, which take long. */
  private static void makeFolder(Path reports) throws ProjectException {
    try {
      Files.createDirectories(reports);
    } catch (IOException e) {
      throw new ProjectException(
          "Cannot make the folder " + reports + " for the reports. Name another one by --output.",
          e);
    }
    if (!Files.isWritable(reports)) {
      throw new ProjectException(
          "Cannot write into the folder " + reports + ". Name another one by --output.");
    }
  }

  private Rehearsal.Outcome rehearse(
      Project project, Upgrade upgrade, Path reports, PrintWriter out) throws ProjectException {
    List<String> options = new ArrayList<>(mavenOptions);
    if (offline) {
      options.add("--offline");
    }
    project.checkModules(modules);
    Maven runner = new Maven(maven, options, reports.resolve("logs"));
    Rehearsal rehearsal =
        new Rehearsal(
            project,
            runner,
            modules,
            step -> {
              out.println(step);
              out.flush();
            });
    return rehearsal.run(upgrade.text(), upgrade.after(), upgrade.changelog());
  }
}
