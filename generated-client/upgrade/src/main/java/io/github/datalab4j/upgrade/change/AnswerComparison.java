package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.document.Answer;
import io.github.datalab4j.upgrade.document.ApiOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what an operation answers. */
final class AnswerComparison {
  private final TypeComparison types;
  private final ApiOperation before;
  private final ApiOperation after;
  private final List<Change> changes = new ArrayList<>();

  AnswerComparison(TypeComparison types, ApiOperation before, ApiOperation after) {
    this.types = types;
    this.before = before;
    this.after = after;
  }

  List<Change> changes() {
    Map<String, Answer> now = after.answers();
    before
        .answers()
        .forEach(
            (status, answer) -> {
              if (now.containsKey(status)) {
                compare(answer, now.get(status));
              } else {
                lone(Kind.ANSWER_REMOVED, answer, "no longer answers ");
              }
            });
    now.forEach(
        (status, answer) -> {
          if (!before.answers().containsKey(status)) {
            lone(Kind.ANSWER_ADDED, answer, "also answers ");
          }
        });
    if (changes.stream().noneMatch(change -> change.java() == Level.MAJOR)
        && !types.isSameJava(before.javaResult(), after.javaResult())) {
      result();
    }
    return changes;
  }

  private void compare(Answer old, Answer now) {
    changes.addAll(new HeaderComparison(types, before, after, now.status()).changes(old, now));
    ConstraintComparison constraints =
        new ConstraintComparison(old.type(), now.type(), Direction.ANSWER);
    if (!constraints.isSame()) {
      changes.add(
          constraints.change(
              change(Kind.ANSWER_CONSTRAINTS, now),
              "The answer " + now.status() + " of `" + after.key() + "`"));
    }
    boolean sameType =
        types.isSame(old.type().wire(), now.type().wire())
            && old.type().nullable() == now.type().nullable();
    boolean sameMedia = old.mediaType().equals(now.mediaType());
    if (sameType && sameMedia) {
      return;
    }
    TypeComparison.Weight weight =
        types.weigh(old.type().wire(), now.type().wire(), Direction.ANSWER);
    Level wire = sameMedia ? weight.wire() : Level.MAJOR;
    if (now.type().nullable() && !old.type().nullable()) {
      wire = Level.MAJOR;
    }
    boolean javaSame =
        !now.isSuccess() || types.isSameJava(before.javaResult(), after.javaResult());
    changes.add(
        change(Kind.ANSWER_CHANGED, now)
            .from(old)
            .to(now)
            .levels(wire, javaSame ? now.isSuccess() ? weight.java() : Level.PATCH : Level.MAJOR)
            .message(
                "`%s` answers %s with %s; so far with %s."
                    .formatted(after.key(), now.status(), now, old))
            .advice(
                javaSame
                    ? ""
                    : "Take the result of `"
                        + after.javaMethod()
                        + "` as `"
                        + after.javaResult()
                        + "`.")
            .build());
  }

  private void lone(Kind kind, Answer answer, String what) {
    Level level = answer.isSuccess() ? Level.MINOR : Level.PATCH;
    if (kind == Kind.ANSWER_ADDED && answer.isSuccess() && !isReadable(answer)) {
      level = Level.MAJOR;
    }
    String text = "`" + after.key() + "` " + what + answer.status() + " (" + answer + ").";
    Change.Builder change = change(kind, answer).levels(level, Level.PATCH).message(text);
    changes.add((kind == Kind.ANSWER_ADDED ? change.to(answer) : change.from(answer)).build());
  }

  /** The method reads the content of every success as the same type. */
  private boolean isReadable(Answer added) {
    return added.mediaType().isEmpty()
        || after.answers().values().stream()
            .filter(each -> each.isSuccess() && !each.mediaType().isEmpty())
            .allMatch(
                each ->
                    each.type().wire().equals(added.type().wire())
                        && each.mediaType().equals(added.mediaType()));
  }

  private void result() {
    changes.add(
        Change.of(Kind.ANSWER_CHANGED, Subject.of(before))
            .from(before.javaResult())
            .to(after.javaResult())
            .levels(Level.PATCH, Level.MAJOR)
            .message(
                "`%s` returns `%s`, no longer `%s`."
                    .formatted(after.javaMethod(), after.javaResult(), before.javaResult()))
            .advice(
                "Take the result of `%s` as `%s`."
                    .formatted(after.javaMethod(), after.javaResult()))
            .build());
  }

  private Change.Builder change(Kind kind, Answer answer) {
    return Change.of(kind, Subject.ofAnswer(before, answer.status()));
  }
}
