package io.github.datalab4j.upgrade.report;

import io.github.datalab4j.upgrade.change.Change;
import io.github.datalab4j.upgrade.change.Kind;
import io.github.datalab4j.upgrade.change.Level;
import io.github.datalab4j.upgrade.project.ApiChange;
import io.github.datalab4j.upgrade.project.BuildStep;
import io.github.datalab4j.upgrade.project.JarComparison;
import io.github.datalab4j.upgrade.project.Rehearsal;
import java.util.ArrayList;
import java.util.List;

/** Decides what a report says, and in which order; how it looks is for the writers. */
public final class Report {
  /** The name of the facade's module. */
  private static final String FACADE = "datalab4j";

  private final Preview preview;
  private final List<Section> sections = new ArrayList<>();

  private Report(Preview preview) {
    this.preview = preview;
  }

  static Report of(Preview preview) {
    Report report = new Report(preview);
    report.todo();
    report.meaning();
    report.changes();
    report.java();
    report.builds();
    report.exactness();
    report.changelog();
    return report;
  }

  /** The report as Markdown. */
  public static String markdown(Preview preview) {
    return new MarkdownWriter().write(of(preview));
  }

  /** The report as one HTML page that needs nothing else. */
  public static String html(Preview preview) {
    return new HtmlWriter().write(of(preview));
  }

  Preview preview() {
    return preview;
  }

  List<Section> sections() {
    return sections;
  }

  /** The old and the new document, and what is told of them. */
  String subtitle() {
    String before = preview.before().name();
    String after = preview.after().name();
    return (before.equals(after) ? after : before + " \u2192 " + after)
        + ", from "
        + preview.origin();
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("On the wire", preview.changes().wire()));
    facts.add(fact("In Java", preview.changes().java()));
    facts.add(new Fact("Changes", String.valueOf(preview.changes().all().size()), "plain"));
    facts.add(
        new Fact(
            "Operations",
            preview.before().operations().size() + " \u2192 " + preview.after().operations().size(),
            "plain"));
    facts.add(facade());
    facts.add(build());
    return facts;
  }

  private static Fact fact(String label, Level level) {
    return new Fact(label, level.toString(), level.toString());
  }

  private Fact facade() {
    int classes = preview.changes().facadeClasses().size();
    if (classes > 0) {
      return new Fact("Facade", classes + (classes == 1 ? " class" : " classes"), "major");
    }
    Rehearsal.Outcome outcome = preview.outcome();
    boolean fails =
        outcome != null
            && outcome.steps().stream()
                .flatMap(step -> step.modules().stream())
                .anyMatch(each -> each.name().equals(FACADE) && each.status().equals("failed"));
    if (fails) {
      return new Fact("Facade", "fails", "failed");
    }
    int look = preview.changes().facadeClassesToLookAt().size();
    return look > 0
        ? new Fact("Facade", "look at " + look + (look == 1 ? " class" : " classes"), "minor")
        : new Fact("Facade", "fits", "patch");
  }

  private Fact build() {
    Rehearsal.Outcome outcome = preview.outcome();
    if (outcome == null) {
      return new Fact("Build and tests", "not run", "plain");
    }
    int tests = outcome.steps().stream().mapToInt(BuildStep::tests).sum();
    return outcome.passed()
        ? new Fact(
            "Build and tests", tests == 0 ? "passed; no tests ran" : tests + " passed", "patch")
        : new Fact("Build and tests", "failing", "failed");
  }

  private void add(String id, String title, List<Block> blocks) {
    if (!blocks.isEmpty()) {
      sections.add(new Section(id, title, List.copyOf(blocks)));
    }
  }

  private void todo() {
    Advice advice = new Advice(preview.changes());
    List<Block> blocks = new ArrayList<>();
    List<String> inTheFacade = new ArrayList<>(advice.forTheFacade());
    Rehearsal.Outcome outcome = preview.outcome();
    if (outcome != null && !outcome.passed()) {
      inTheFacade.add(
          outcome.inconclusive()
              ? "Mend what does not pass with the old document either, and preview again; see below."
              : "Mend what does not pass any more; see below.");
    }
    blocks.add(new Block.Bullets("In the project, before a release", inTheFacade));
    blocks.add(new Block.Bullets("Users of the facade", advice.forFacadeUsers()));
    blocks.add(new Block.Bullets("Users of the generated client", advice.forClientUsers()));
    add("todo", "What has to be changed", blocks);
  }

  private void meaning() {
    List<Block> blocks = new ArrayList<>();
    for (Change change : preview.changes().of(Kind.Group.MEANING)) {
      blocks.add(new Block.Warning(change.message(), change.advice()));
      blocks.add(
          new Block.Table(
              List.of("before", "after"), List.of(List.of(change.before(), change.after()))));
    }
    add("meaning", "Same name, another meaning", blocks);
  }

  private void changes() {
    List<Block> blocks = new ArrayList<>();
    for (Kind.Group group : Kind.Group.values()) {
      List<Change> changes = preview.changes().of(group);
      if (!changes.isEmpty() && group != Kind.Group.MEANING) {
        blocks.add(new Block.ChangeList(group.toString(), changes));
      }
    }
    if (preview.changes().all().isEmpty()) {
      blocks.add(new Block.Text("The two documents say the same."));
    }
    add("changes", "Changes of the document", blocks);
  }

  private void java() {
    Rehearsal.Outcome outcome = preview.outcome();
    JarComparison api = outcome == null ? null : outcome.api();
    if (api == null) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    if (api.changes().isEmpty()) {
      blocks.add(new Block.Text("The public API of the generated client stays as it is."));
    } else {
      blocks.add(
          new Block.Text(
              "japicmp compared the old jar with the new one. *Binary*: does compiled code go on"
                  + " working? *Source*: does code go on compiling, that of own implementations of"
                  + " the interfaces too?"));
      List<List<String>> rows = new ArrayList<>();
      for (ApiChange change : api.changes()) {
        rows.add(
            List.of(
                "`" + change.className() + "`",
                change.member().isEmpty() ? "" : "`" + change.member() + "`",
                change.what(),
                change.binary() ? "compatible" : "breaks",
                change.source() ? "compatible" : "breaks"));
      }
      blocks.add(new Block.Table(List.of("class", "member", "change", "binary", "source"), rows));
    }
    add("java", "The Java API", blocks);
  }

  private void builds() {
    Rehearsal.Outcome outcome = preview.outcome();
    if (outcome == null) {
      add(
          "builds",
          "What compiles and passes",
          List.of(
              new Block.Text(
                  preview.own()
                      ? "Nothing was built: the project has this document already."
                      : "Nothing was built: the preview ran with `--no-build`.")));
      return;
    }
    List<Block> blocks = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (BuildStep step : outcome.steps()) {
      rows.add(
          List.of(
              step.name(),
              step.passed() ? "passed" : "failed",
              step.duration().toSeconds() + " s",
              step.tests() == 0 ? "" : String.valueOf(step.tests())));
    }
    blocks.add(new Block.Table(List.of("step", "result", "time", "tests"), rows));
    outcome.steps().stream()
        .filter(step -> step.tests() > 0)
        .forEach(step -> modules(step, blocks));
    for (BuildStep step : outcome.steps()) {
      if (!step.passed()) {
        blocks.add(
            new Block.Code(
                "What fails in: " + step.name(), String.join("\n", step.failures()), true));
      }
    }
    add("builds", "What compiles and passes", blocks);
  }

  private static void modules(BuildStep step, List<Block> blocks) {
    List<List<String>> rows = new ArrayList<>();
    for (BuildStep.Module module : step.modules()) {
      rows.add(
          List.of(
              module.name(),
              module.status(),
              String.valueOf(module.tests() - module.failed() - module.skipped()),
              String.valueOf(module.failed()),
              String.valueOf(module.skipped())));
    }
    blocks.add(
        new Block.Table(List.of("module", "result", "tests passed", "failed", "skipped"), rows));
  }

  /** What the generator newly gives up on, and the parser newly finds wrong. */
  private void exactness() {
    List<String> findings = new ArrayList<>(preview.after().findings());
    findings.removeAll(preview.before().findings());
    List<String> messages = preview.after().messagesNewSince(preview.before());
    List<Block> blocks = new ArrayList<>();
    if (!findings.isEmpty()) {
      blocks.add(
          new Block.Code(
              "Less exact in the client than in the document (" + findings.size() + ")",
              String.join("\n", findings),
              false));
    }
    if (!messages.isEmpty()) {
      blocks.add(
          new Block.Code(
              "What the parser says (" + messages.size() + ")",
              String.join("\n", messages),
              false));
    }
    add("exactness", "What the new document makes hard", blocks);
  }

  private void changelog() {
    String text = preview.changelog().text();
    add(
        "changelog",
        "Draft for the changelog",
        text.isEmpty() ? List.of() : List.of(new Block.Code("CHANGELOG.md", text, true)));
  }
}
