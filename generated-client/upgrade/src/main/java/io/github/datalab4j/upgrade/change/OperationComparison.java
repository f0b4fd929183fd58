package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.change.Change.Entry.Section;
import io.github.datalab4j.upgrade.document.ApiOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares one operation with itself. */
final class OperationComparison {
  private final Comparison comparison;
  private final ApiOperation before;
  private final ApiOperation after;
  private final Subject subject;
  private final List<Change> changes = new ArrayList<>();

  OperationComparison(Comparison comparison, Pair<ApiOperation> pair) {
    this.comparison = comparison;
    this.before = pair.before();
    this.after = pair.after();
    this.subject = Subject.of(before);
  }

  void compare() {
    moved();
    renamed();
    deprecated();
    security();
    changes.addAll(new InputComparison(comparison.types(), before, after).changes());
    changes.addAll(new AnswerComparison(comparison.types(), before, after).changes());
    signature();
    changes.addAll(
        Meaning.ofText(
            subject, "`" + before.key() + "`", before.description(), after.description()));
    changes.forEach(comparison::add);
  }

  private void moved() {
    if (before.place().equals(after.place())) {
      return;
    }
    changes.add(
        Change.of(Kind.OPERATION_MOVED, subject)
            .from(before.key())
            .to(after.key())
            .levels(Level.MAJOR, Level.PATCH)
            .message("`%s` moved to `%s`.".formatted(before.key(), after.key()))
            .advice(
                "Nothing in Java, but programs with the old client go on calling `"
                    + before.path()
                    + "`: release the new one before that path ends.")
            .build());
  }

  private void renamed() {
    if (before.javaMethod().equals(after.javaMethod())) {
      return;
    }
    changes.add(
        Change.of(Kind.OPERATION_RENAMED, subject)
            .from(before.javaMethod())
            .to(after.javaMethod())
            .levels(Level.PATCH, Level.MAJOR)
            .message("`%s` is now called `%s`.".formatted(before.javaMethod(), after.javaMethod()))
            .advice("Call `%s` instead of `%s`.".formatted(after.javaMethod(), before.javaMethod()))
            .build());
  }

  private void deprecated() {
    if (before.isDeprecated() == after.isDeprecated()) {
      return;
    }
    boolean newly = after.isDeprecated();
    changes.add(
        Change.of(newly ? Kind.OPERATION_DEPRECATED : Kind.OPERATION_UNDEPRECATED, subject)
            .levels(newly ? Level.MINOR : Level.PATCH, newly ? Level.MINOR : Level.PATCH)
            .message(
                "`%s%s"
                    .formatted(
                        after.key(),
                        newly
                            ? "` is deprecated now. " + after.deprecation()
                            : "` is no longer deprecated."))
            .advice(
                newly
                    ? "Look for what replaces `" + after.javaMethod() + "`; javac warns of it."
                    : "")
            .entry(
                newly ? Section.DEPRECATED : Section.CHANGED,
                newly ? "`" + after.javaMethod() + "`: " + after.deprecation() : "")
            .build());
  }

  private void security() {
    if (before.security().equals(after.security())) {
      return;
    }
    Set<String> kept = new TreeSet<>(before.security());
    kept.retainAll(after.security());
    boolean open = after.security().isEmpty() || after.security().contains("nothing");
    Level level = open || !kept.isEmpty() ? Level.MINOR : Level.MAJOR;
    String now = after.security().isEmpty() ? "nothing" : String.join(" or ", after.security());
    changes.add(
        Change.of(Kind.OPERATION_SECURITY, subject)
            .from(String.join(" or ", before.security()))
            .to(now)
            .levels(level, Level.PATCH)
            .message(
                "`%s` lets callers in by %s; so far by %s."
                    .formatted(
                        after.key(),
                        now,
                        before.security().isEmpty()
                            ? "nothing"
                            : String.join(" or ", before.security())))
            .advice(level == Level.MAJOR ? "Send what the service asks for now: " + now + "." : "")
            .build());
  }

  /** Parameters in another order, or another type for the same thing. */
  private void signature() {
    boolean explained = changes.stream().anyMatch(each -> explains(each.kind(), each.java()));
    String old = "(" + String.join(", ", before.javaTypes()) + ")";
    String now = "(" + String.join(", ", after.javaTypes()) + ")";
    if (explained || comparison.types().isSameJava(old, now)) {
      return;
    }
    changes.add(
        Change.of(Kind.OPERATION_SIGNATURE, subject)
            .from(before.javaName() + old)
            .to(after.javaName() + now)
            .levels(Level.PATCH, Level.MAJOR)
            .message(
                "`%s` takes its parameters otherwise: `%s`.".formatted(after.javaMethod(), now))
            .advice("Change the calls of `" + after.javaMethod() + "`.")
            .build());
  }

  private static boolean explains(Kind kind, Level java) {
    return kind.group() == Kind.Group.INPUTS && java == Level.MAJOR;
  }
}
