package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.change.Change.Entry.Section;
import io.github.datalab4j.upgrade.document.ApiOperation;
import io.github.datalab4j.upgrade.document.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares one operation with itself. */
final class OperationComparison {
  /** How the document says that a caller need not show who he is. */
  private static final String NOTHING = "nothing";

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
    server();
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
    Set<String> ways = ways(after);
    Set<String> withdrawn = ways(before);
    withdrawn.removeIf(old -> ways.stream().anyMatch(way -> isEnough(old, way)));
    Level level = withdrawn.isEmpty() || ways.contains(NOTHING) ? Level.MINOR : Level.MAJOR;
    String was = String.join(" or ", ways(before));
    String now = String.join(" or ", ways);
    changes.add(
        Change.of(Kind.OPERATION_SECURITY, subject)
            .from(was)
            .to(now)
            .levels(level, Level.PATCH)
            .message("`%s` lets callers in by %s; so far by %s.".formatted(after.key(), now, was))
            .advice(level == Level.MAJOR ? "Send what the service asks for now: " + now + "." : "")
            .build());
  }

  /** Whether who has all that the one way asks for is let in by the other: scopes are words. */
  private static boolean isEnough(String has, String way) {
    List<String> shown = List.of(has.split(" and ", -1));
    return Stream.of(way.split(" and ", -1))
        .allMatch(asked -> shown.stream().anyMatch(each -> words(each).containsAll(words(asked))));
  }

  private static List<String> words(String way) {
    return List.of(way.split(" ", -1));
  }

  private void server() {
    if (before.addresses().first().equals(after.addresses().first())) {
      comparison.otherAddresses(subject, before.addresses(), after.addresses());
      return;
    }
    changes.add(
        Change.of(Kind.SERVER_CHANGED, subject)
            .from(before.addresses().first())
            .to(after.addresses().first())
            .levels(Level.MAJOR, Level.PATCH)
            .message(
                "`%s` has %s, no longer %s."
                    .formatted(after.key(), address(after), address(before)))
            .advice(
                "The client calls its base URL all the same: use one with that address for `"
                    + after.javaMethod()
                    + "`.")
            .build());
  }

  private static String address(ApiOperation operation) {
    String first = operation.addresses().first();
    return first.isEmpty() ? "the document's address" : "the address `" + first + "` for itself";
  }

  private static Set<String> ways(ApiOperation operation) {
    return new TreeSet<>(operation.security().isEmpty() ? Set.of(NOTHING) : operation.security());
  }

  /** Parameters in another order, or another type for the same thing. */
  private void signature() {
    boolean explained = changes.stream().anyMatch(each -> explains(each.kind(), each.java()));
    String old = "(" + String.join(", ", before.javaTypes()) + ")";
    String now = "(" + String.join(", ", after.javaTypes()) + ")";
    boolean sameTypes = comparison.types().isSameJava(old, now);
    if (explained || (sameTypes && isSameOrder())) {
      return;
    }
    List<String> names = after.inputs().stream().map(Input::javaName).toList();
    String order = sameTypes ? "(" + String.join(", ", names) + ")" : now;
    changes.add(
        Change.of(Kind.OPERATION_SIGNATURE, subject)
            .from(before.javaName() + old)
            .to(after.javaName() + now)
            .levels(Level.PATCH, Level.MAJOR)
            .message(
                "`%s` takes its parameters otherwise: `%s`.".formatted(after.javaMethod(), order))
            .advice(
                sameTypes
                    ? "Exchange the arguments in the calls of `%s`: they compile as they are."
                        .formatted(after.javaMethod())
                    : "Change the calls of `" + after.javaMethod() + "`.")
            .build());
  }

  /** Whether the parameters that stay come one after the other as before. */
  private boolean isSameOrder() {
    List<String> old = names(before);
    List<String> now = names(after);
    List<String> kept = new ArrayList<>(now);
    kept.retainAll(old);
    old.retainAll(now);
    return old.equals(kept);
  }

  private static List<String> names(ApiOperation operation) {
    List<String> names = new ArrayList<>();
    operation.inputs().forEach(input -> names.add(input.place() + " " + input.name()));
    return names;
  }

  private static boolean explains(Kind kind, Level java) {
    return kind.group() == Kind.Group.INPUTS && java == Level.MAJOR;
  }
}
