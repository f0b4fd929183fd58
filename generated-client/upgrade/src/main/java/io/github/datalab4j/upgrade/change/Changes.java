package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.document.ApiDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All that changes from one document to another, the gravest first. */
public final class Changes {
  private final List<Change> all;

  private Changes(List<Change> all) {
    this.all = all;
  }

  public static Changes between(ApiDocument before, ApiDocument after, FacadeHold facade) {
    List<Change> all =
        new ArrayList<>(facade.apply(new Comparison(before, after).changes(), before));
    all.sort(Comparator.comparing(Change::level).reversed().thenComparing(Change::kind));
    return new Changes(List.copyOf(all));
  }

  public List<Change> all() {
    return all;
  }

  public List<Change> of(Kind kind) {
    return all.stream().filter(change -> change.kind() == kind).toList();
  }

  public List<Change> of(Kind.Group group) {
    return all.stream().filter(change -> change.kind().group() == group).toList();
  }

  public Level wire() {
    return all.stream().map(Change::wire).reduce(Level.PATCH, Level::or);
  }

  public Level java() {
    return all.stream().map(Change::java).reduce(Level.PATCH, Level::or);
  }

  /** The graver of the two. */
  public Level verdict() {
    return wire().or(java());
  }

  /** The facade's classes that have to be changed, each with the changes that ask for it. */
  public Map<String, List<Change>> facadeClasses() {
    return facadeClasses(Need::mustChange, change -> true);
  }

  /**
   * The facade's classes that work on, but may not do the right thing any more, each with the
   * changes that make it so.
   */
  public Map<String, List<Change>> facadeClassesToLookAt() {
    return facadeClasses(need -> !need.mustChange(), Change::mayMeanSomethingElse);
  }

  private Map<String, List<Change>> facadeClasses(
      Predicate<Need> needed, Predicate<Change> telling) {
    Map<String, List<Change>> classes = new TreeMap<>();
    for (Change change : all) {
      for (Need need : change.needs()) {
        if (needed.test(need) && telling.test(change)) {
          classes.computeIfAbsent(need.className(), name -> new ArrayList<>()).add(change);
        }
      }
    }
    return classes;
  }
}
