package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.document.Discriminator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares how the alternatives of one union are told apart. */
final class DiscriminatorComparison {
  private static final String NOTHING = "nothing";

  private final TypeComparison types;
  private final Subject subject;
  private final String union;

  DiscriminatorComparison(TypeComparison types, Subject subject, String union) {
    this.types = types;
    this.subject = subject;
    this.union = union;
  }

  /** What a union without a discriminator has lost. */
  Change gone(Discriminator before) {
    return change(before.property(), NOTHING, Level.MAJOR)
        .message(
            "The alternatives of `%s` are no longer told apart by `%s`."
                .formatted(union, before.property()))
        .build();
  }

  List<Change> changes(Discriminator before, Discriminator after) {
    List<Change> changes = new ArrayList<>();
    if (!before.property().equals(after.property())) {
      changes.add(
          change(before.property(), after.property(), Level.MAJOR)
              .message(
                  "The alternatives of `%s` are told apart by `%s`, no longer by `%s`."
                      .formatted(union, after.property(), before.property()))
              .build());
    }
    TreeSet<String> values = new TreeSet<>(before.alternatives().keySet());
    values.addAll(after.alternatives().keySet());
    for (String value : values) {
      value(value, meaning(before, value), meaning(after, value), changes);
    }
    return changes;
  }

  private void value(String value, String was, String is, List<Change> changes) {
    if (types.isSameJava(was, is)) {
      return;
    }
    boolean isNew = was.equals(NOTHING);
    changes.add(
        change(was, is, isNew ? Level.MINOR : Level.MAJOR)
            .message(
                "In `%s` the value `%s` stands for %s%s."
                    .formatted(union, value, is, isNew ? "" : ", no longer for " + was))
            .build());
  }

  private static String meaning(Discriminator discriminator, String value) {
    Map<String, String> alternatives = discriminator.alternatives();
    return alternatives.getOrDefault(value, NOTHING);
  }

  private Change.Builder change(String was, String is, Level wire) {
    return Change.of(Kind.DISCRIMINATOR_CHANGED, subject)
        .from(was)
        .to(is)
        .levels(wire, Level.PATCH);
  }
}
