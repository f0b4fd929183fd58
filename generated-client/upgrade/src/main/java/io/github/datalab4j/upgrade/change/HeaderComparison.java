package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.document.Answer;
import io.github.datalab4j.upgrade.document.AnswerHeader;
import io.github.datalab4j.upgrade.document.ApiOperation;
import java.util.ArrayList;
import java.util.List;

/** Compares the headers of one answer. Callers only read them, and no Java type shows them. */
final class HeaderComparison {
  private final TypeComparison types;
  private final ApiOperation before;
  private final String answer;
  private final List<Change> changes = new ArrayList<>();

  HeaderComparison(TypeComparison types, ApiOperation before, ApiOperation after, String status) {
    this.types = types;
    this.before = before;
    this.answer = "the answer " + status + " of `" + after.key() + "`";
  }

  List<Change> changes(Answer old, Answer now) {
    old.headers()
        .forEach(
            (key, header) -> {
              AnswerHeader same = now.headers().get(key);
              if (same == null) {
                removed(old, header);
              } else {
                compare(old, header, same);
              }
            });
    now.headers()
        .forEach(
            (key, header) -> {
              if (!old.headers().containsKey(key)) {
                changes.add(
                    change(old)
                        .to(header.type())
                        .levels(Level.MINOR, Level.PATCH)
                        .message(title(header) + " is new (" + header.type() + ").")
                        .build());
              }
            });
    return changes;
  }

  private void removed(Answer old, AnswerHeader header) {
    changes.add(
        change(old)
            .from(header.type())
            .levels(Level.MAJOR, Level.PATCH)
            .message(title(header) + " is gone.")
            .advice("Do without it where code reads it.")
            .build());
  }

  private void compare(Answer answer, AnswerHeader old, AnswerHeader now) {
    if (!old.name().equals(now.name())) {
      changes.add(
          change(answer)
              .from(old.name())
              .to(now.name())
              .message(title(old) + " is written `" + now.name() + "`: the same to callers.")
              .build());
    }
    if (!types.isSame(old.type().wire(), now.type().wire())) {
      changes.add(
          change(answer)
              .from(old.type())
              .to(now.type())
              .levels(
                  types.weigh(old.type().wire(), now.type().wire(), Direction.ANSWER).wire(),
                  Level.PATCH)
              .message("%s is %s, no longer %s.".formatted(title(now), now.type(), old.type()))
              .build());
    }
    if (old.required() != now.required()) {
      changes.add(
          change(answer)
              .from(old.required() ? "required" : "optional")
              .to(now.required() ? "required" : "optional")
              .levels(now.required() ? Level.MINOR : Level.MAJOR, Level.PATCH)
              .message(
                  title(now) + (now.required() ? " is always there now." : " may be absent now."))
              .advice(now.required() ? "" : "Expect it to be absent where code reads it.")
              .build());
    }
    ConstraintComparison constraints =
        new ConstraintComparison(old.type(), now.type(), Direction.ANSWER);
    if (!constraints.isSame()) {
      changes.add(constraints.change(change(answer), title(now)));
    }
  }

  private Change.Builder change(Answer old) {
    return Change.of(Kind.ANSWER_HEADER, Subject.ofAnswer(before, old.status()));
  }

  private String title(AnswerHeader header) {
    return "The header `" + header.name() + "` of " + answer;
  }
}
