package io.github.datalab4j.upgrade.change;

import static java.util.Objects.requireNonNull;

import io.github.datalab4j.upgrade.document.Answer;
import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.ApiOperation;
import io.github.datalab4j.upgrade.document.Field;
import io.github.datalab4j.upgrade.document.Input;
import io.github.datalab4j.upgrade.document.Structure;
import io.github.datalab4j.upgrade.document.WireType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which schema of the one document is which of the other: by name; else, of those that the other
 * document does not name, by standing where the other stands; else by having the same fields.
 */
final class StructurePairs {
  private static final double ALIKE_IN_PLACE = 0.3;
  private static final double ALIKE = 0.7;

  private final ApiDocument before;
  private final ApiDocument after;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> operationKeys = new HashMap<>();

  StructurePairs(ApiDocument before, ApiDocument after, OperationPairs operations) {
    this.before = before;
    this.after = after;
    operations.pairs().forEach(pair -> operationKeys.put(pair.before().key(), pair.after().key()));
    for (Structure structure : before.structures().values()) {
      String now = structure.component() ? structure.name() : inOperation(structure.name());
      if (after.structures().containsKey(now)) {
        put(structure.name(), now);
      }
    }
    operations.pairs().forEach(this::matchByPlace);
    List<String> known;
    do {
      known = new ArrayList<>(names.keySet());
      known.forEach(this::matchFields);
    } while (known.size() < names.size());
    matchByFields();
  }

  /** The name of what stands in an operation, with the key that the operation has now. */
  private String inOperation(String name) {
    Owner owner = Owner.of(before, name);
    String key = operationKeys.getOrDefault(owner.operation(), owner.operation());
    return key.isEmpty() ? name : key + owner.rest();
  }

  /** What a class was made for, as the newer document calls it. */
  String renameOrigin(String origin) {
    Owner owner = Owner.of(before, origin);
    if (!owner.operation().isEmpty()) {
      return inOperation(origin);
    }
    Structure now = after.structures().get(rename(owner.structure()));
    if (now == null) {
      return origin;
    }
    boolean field = owner.rest().startsWith(".") && !now.className().isEmpty();
    return (field ? now.className() : now.name()) + owner.rest();
  }

  private void put(String old, String now) {
    names.put(old, now);
    taken.add(now);
  }

  private void matchByPlace(Pair<ApiOperation> pair) {
    Map<String, Answer> answers = pair.after().answers();
    pair.before()
        .answers()
        .forEach(
            (status, answer) -> {
              Answer other = answers.get(status);
              if (other != null) {
                match(answer.type().wire(), other.type().wire());
              }
            });
    for (Input input : pair.before().inputs()) {
      for (Input other : pair.after().inputs()) {
        if (input.place().equals(other.place()) && input.name().equals(other.name())) {
          match(input.type().wire(), other.type().wire());
        }
      }
    }
  }

  private void matchFields(String name) {
    Structure old = before.structures().get(name);
    Structure now = after.structures().get(names.get(name));
    if (old == null || now == null) {
      return;
    }
    for (Field field : old.fields().values()) {
      Field other = now.fields().get(field.name());
      if (other != null) {
        match(field.type().wire(), other.type().wire());
      }
    }
    match(old.type().wire(), now.type().wire());
  }

  private void match(WireType old, WireType now) {
    if (old instanceof WireType.ListOf list && now instanceof WireType.ListOf other) {
      match(list.element(), other.element());
    } else if (old instanceof WireType.MapOf map && now instanceof WireType.MapOf other) {
      match(map.value(), other.value());
    } else if (old instanceof WireType.Named named && now instanceof WireType.Named other) {
      String a = named.structure();
      String b = other.structure();
      Structure first = before.structures().get(a);
      Structure second = after.structures().get(b);
      boolean open = !names.containsKey(a) && !taken.contains(b);
      if (open && (areUnnamed(first, second) || likeness(first, second) >= ALIKE_IN_PLACE)) {
        put(a, b);
      }
    }
  }

  /** What has no name of its own is what stands in its place. */
  private static boolean areUnnamed(@Nullable Structure a, @Nullable Structure b) {
    return a != null && b != null && !a.component() && !b.component();
  }

  private void matchByFields() {
    for (Structure old : before.structures().values()) {
      if (!old.component() || names.containsKey(old.name())) {
        continue;
      }
      List<String> alike = new ArrayList<>();
      for (Structure now : after.structures().values()) {
        if (now.component() && !taken.contains(now.name()) && likeness(old, now) >= ALIKE) {
          alike.add(now.name());
        }
      }
      if (alike.size() == 1) {
        put(old.name(), alike.get(0));
      }
    }
  }

  /** The share of what they have in common: fields with their types, or values. */
  private static double likeness(@Nullable Structure a, @Nullable Structure b) {
    if (a == null || b == null || a.kind() != b.kind()) {
      return 0;
    }
    Set<String> ofA = traits(a);
    Set<String> ofB = traits(b);
    Set<String> all = new HashSet<>(ofA);
    all.addAll(ofB);
    ofA.retainAll(ofB);
    return all.isEmpty() ? 0 : (double) ofA.size() / all.size();
  }

  private static Set<String> traits(Structure structure) {
    Set<String> traits = new HashSet<>(structure.values());
    structure.fields().values().forEach(field -> traits.add(field.name() + " " + field.type()));
    if (!structure.isObject() && traits.isEmpty()) {
      traits.add(structure.type().toString());
    }
    return traits;
  }

  /** The name in the newer document; the same where there is none. */
  String rename(String old) {
    return names.getOrDefault(old, old);
  }

  List<Pair<Structure>> pairs() {
    List<Pair<Structure>> pairs = new ArrayList<>();
    names.forEach(
        (old, now) ->
            pairs.add(
                new Pair<>(
                    requireNonNull(before.structures().get(old)),
                    requireNonNull(after.structures().get(now)))));
    return pairs;
  }

  List<Structure> removed() {
    return before.structures().values().stream()
        .filter(each -> each.component() && !names.containsKey(each.name()))
        .toList();
  }

  List<Structure> added() {
    return after.structures().values().stream()
        .filter(each -> each.component() && !taken.contains(each.name()))
        .toList();
  }

  /** Class names before and after, where they differ. */
  Map<String, String> classNames() {
    Map<String, String> classes = new HashMap<>();
    for (Pair<Structure> pair : pairs()) {
      String old = pair.before().className();
      String now = pair.after().className();
      if (!old.isEmpty() && !now.isEmpty() && !old.equals(now)) {
        classes.put(old, now);
      }
    }
    return classes;
  }
}
