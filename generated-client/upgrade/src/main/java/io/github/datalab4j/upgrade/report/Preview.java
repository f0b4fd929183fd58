package io.github.datalab4j.upgrade.report;

import io.github.datalab4j.upgrade.change.Change;
import io.github.datalab4j.upgrade.change.Changes;
import io.github.datalab4j.upgrade.change.Level;
import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.project.BuildStep;
import io.github.datalab4j.upgrade.project.ChangelogDraft;
import io.github.datalab4j.upgrade.project.JarComparison;
import io.github.datalab4j.upgrade.project.Rehearsal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about an upgrade.
 *
 * @param origin where the new document came from
 * @param own whether the new document is the one that the project has already
 * @param outcome what the build came to; null where nothing was built
 */
public record Preview(
    ApiDocument before,
    ApiDocument after,
    String origin,
    Changes changes,
    ChangelogDraft changelog,
    boolean own,
    Rehearsal.@Nullable Outcome outcome) {

  /** What a preview exits with where it could not come to a verdict. */
  public static final int FAILED = 1;

  /**
   * Whether there is no verdict: no client could be built, or the project does not pass with the
   * old document either, and nothing else makes it a major upgrade.
   */
  public boolean failed() {
    return outcome != null
        && (!outcome.isClientBuilt() || (outcome.inconclusive() && verdict() != Level.MAJOR));
  }

  /** The gravest of all that was found. */
  public Level verdict() {
    Level level = changes.verdict();
    JarComparison api = outcome == null ? null : outcome.api();
    if (api != null && !api.changes().isEmpty()) {
      level = level.or(api.isBinaryCompatible() ? Level.MINOR : Level.MAJOR);
    }
    return outcome == null || outcome.passed() || outcome.inconclusive() ? level : Level.MAJOR;
  }

  /** {@code patch}, {@code minor}, {@code major} or {@code failed}. */
  public String word() {
    return failed() ? "failed" : verdict().toString();
  }

  public int exitCode() {
    return failed() ? FAILED : verdict().exitCode();
  }

  /** Why it is not less, in a few sentences. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    if (outcome != null) {
      for (BuildStep step : outcome.steps()) {
        if (!step.passed()) {
          reasons.add("\"" + step.name() + "\" does not pass.");
        }
      }
    }
    if (outcome != null && outcome.inconclusive()) {
      reasons.add("What fails does so with the old document too: it tells nothing of the new one.");
    }
    if (failed()) {
      return reasons;
    }
    JarComparison api = outcome == null ? null : outcome.api();
    if (api != null && !api.isBinaryCompatible()) {
      reasons.add("Code that was compiled against the old client does not run with the new one.");
    }
    reasons.add(count(changes.wire(), "on the wire", Change::wire));
    reasons.add(count(changes.java(), "in Java", Change::java));
    return reasons;
  }

  private String count(
      Level level, String where, java.util.function.Function<Change, Level> levelOf) {
    long count = changes.all().stream().filter(each -> levelOf.apply(each) == level).count();
    return changes.all().isEmpty()
        ? "Nothing changes " + where + "."
        : count + (count == 1 ? " change is " : " changes are ") + level + " " + where + ".";
  }
}
