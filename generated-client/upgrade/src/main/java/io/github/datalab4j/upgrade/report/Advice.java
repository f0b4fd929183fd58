package io.github.datalab4j.upgrade.report;

import io.github.datalab4j.upgrade.change.Change;
import io.github.datalab4j.upgrade.change.Changes;
import io.github.datalab4j.upgrade.change.Kind;
import io.github.datalab4j.upgrade.change.Level;
import io.github.datalab4j.upgrade.change.Need;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who has to do what. */
final class Advice {
  private final Changes changes;

  Advice(Changes changes) {
    this.changes = changes;
  }

  List<String> forTheFacade() {
    List<String> items = new ArrayList<>();
    changes.facadeClasses().forEach((name, reasons) -> items.add(toChange(name, reasons)));
    changes
        .facadeClassesToLookAt()
        .forEach((name, reasons) -> reasons.forEach(change -> items.add(toLookAt(name, change))));
    Set<String> offers = new LinkedHashSet<>();
    for (Change change : changes.of(Kind.FIELD_ADDED)) {
      for (Need need : change.needs()) {
        if (need.exposed()) {
          offers.add(
              "Perhaps offer `" + change.subject().member() + "` in `" + need.className() + "`.");
        }
      }
    }
    items.addAll(offers);
    return items.isEmpty()
        ? List.of("Nothing in the facade: all that it needs is there as before.")
        : items;
  }

  private static String toLookAt(String className, Change change) {
    String purpose =
        change.needs().stream()
            .filter(need -> need.className().equals(className))
            .findFirst()
            .orElseThrow()
            .why();
    return "Look at `"
        + className
        + "`, which "
        + purpose
        + ": "
        + change.message().replaceFirst("^The ", "the ");
  }

  private static String toChange(String className, List<Change> reasons) {
    Set<String> purposes = new LinkedHashSet<>();
    Set<String> what = new LinkedHashSet<>();
    for (Change change : reasons) {
      what.add(change.kind() + " (`" + change.subject() + "`)");
      for (Need need : change.needs()) {
        if (need.className().equals(className)) {
          purposes.add(need.why());
        }
      }
    }
    return "Change `"
        + className
        + "`, which "
        + String.join(", ", purposes)
        + ": "
        + String.join(", ", what)
        + ".";
  }

  List<String> forFacadeUsers() {
    Set<String> items = new LinkedHashSet<>();
    boolean held = false;
    for (Change change : changes.all()) {
      boolean needed = change.needs().stream().anyMatch(Need::mustChange);
      boolean exposed = change.needs().stream().anyMatch(Need::exposed);
      held |= needed && change.wire() == Level.MAJOR && change.kind().group() != Kind.Group.MEANING;
      if (exposed && (change.level() == Level.MAJOR || change.mayMeanSomethingElse())) {
        items.add((change.message() + " " + change.advice()).strip());
      }
    }
    if (held) {
      items.add(
          "Take the release that follows: the ones before it speak to the service in a way that it"
              + " no longer documents.");
    }
    return items.isEmpty() ? List.of("Nothing.") : List.copyOf(items);
  }

  List<String> forClientUsers() {
    Set<String> items = new LinkedHashSet<>();
    for (Change change : changes.all()) {
      if (!change.advice().isEmpty() && change.level() != Level.PATCH) {
        items.add(change.advice());
      }
    }
    return items.isEmpty() ? List.of("Nothing.") : List.copyOf(items);
  }
}
