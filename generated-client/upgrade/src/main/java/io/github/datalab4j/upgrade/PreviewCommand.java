package io.github.datalab4j.upgrade;

import io.github.datalab4j.upgrade.document.UnreadableDocumentException;
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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli looks at it
  private boolean help;

  @Parameters(paramLabel = "DOCUMENT", description = "Path or address of the new document.")
  private String document;

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
    PrintWriter out = spec.commandLine().getOut();
    Project project = Project.around(folder);
    Path reports = output == null ? project.root().resolve("target/upgrade") : output;
    Upgrade upgrade = Upgrade.of(project, document);
    Preview preview = upgrade.preview(noBuild ? null : rehearse(project, upgrade, reports, out));
    Files.createDirectories(reports);
    Files.writeString(reports.resolve("report.md"), Report.markdown(preview));
    Files.writeString(reports.resolve("report.html"), Report.html(preview));
    out.println();
    preview.changes().all().forEach(change -> out.println("  " + change));
    out.println();
    out.println("verdict: " + preview.word().toUpperCase(Locale.ROOT));
    out.println("report:  " + reports.resolve("report.html").toAbsolutePath().normalize());
    out.flush();
    return preview.exitCode();
  }

  private Rehearsal.Outcome rehearse(
      Project project, Upgrade upgrade, Path reports, PrintWriter out) throws ProjectException {
    Maven runner = new Maven(maven, offline, reports.resolve("logs"));
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
