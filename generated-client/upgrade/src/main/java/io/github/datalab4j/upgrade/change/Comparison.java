package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.change.Change.Entry.Section;
import io.github.datalab4j.upgrade.document.Addresses;
import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.ApiOperation;
import io.github.datalab4j.upgrade.document.Discriminator;
import io.github.datalab4j.upgrade.document.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What two documents have to do with each other, and what was found to differ. */
final class Comparison {
  private final ApiDocument before;
  private final ApiDocument after;
  private final OperationPairs operations;
  private final StructurePairs structures;
  private final TypeComparison types;
  private final Usage usageBefore;
  private final Usage usageAfter;
  private final List<Change> changes = new ArrayList<>();

  Comparison(ApiDocument before, ApiDocument after) {
    this.before = before;
    this.after = after;
    this.operations = new OperationPairs(before, after);
    this.structures = new StructurePairs(before, after, operations);
    this.types = new TypeComparison(structures);
    this.usageBefore = Usage.of(before);
    this.usageAfter = Usage.of(after);
  }

  List<Change> changes() {
    document();
    operations.removed().forEach(this::removed);
    operations.added().forEach(this::added);
    operations.pairs().forEach(pair -> new OperationComparison(this, pair).compare());
    structures.removed().forEach(this::removed);
    structures.added().forEach(this::added);
    structures.pairs().forEach(pair -> new StructureComparison(this, pair).compare());
    before.discriminators().forEach(this::discriminator);
    new MembersComparison(before.surface(), after.surface()).each(this::renamed);
    new SurfaceComparison(before, after, types, structures, operations, changes)
        .lines()
        .forEach(this::unexplained);
    return changes;
  }

  /** What a class was made for. */
  private Subject subject(String origin) {
    Owner owner = Owner.of(before, origin);
    ApiOperation operation = before.operations().get(owner.operation());
    return new Subject(
        operation == null ? "" : operation.javaMethod(), owner.structure(), owner.member(), origin);
  }

  private List<String> reach(String origin) {
    Owner owner = Owner.of(before, origin);
    return owner.operation().isEmpty()
        ? usageBefore.operations(owner.structure())
        : List.of(owner.operation());
  }

  private void renamed(String className, String origin, String names) {
    Change change =
        Change.of(Kind.MEMBERS_RENAMED, subject(origin))
            .levels(Level.PATCH, Level.MAJOR)
            .message("The class `%s` has other names: %s.".formatted(className, names))
            .advice(
                "Write %s of `%s`: the old name is gone, or means something else."
                    .formatted(names, className))
            .build();
    add(change.withReach(reach(origin)));
  }

  private void discriminator(String union, Discriminator old) {
    Subject subject = subject(union);
    DiscriminatorComparison comparison = new DiscriminatorComparison(types, subject, union);
    String origin = structures.renameOrigin(union);
    Discriminator now = after.discriminators().get(origin);
    List<Change> found = List.of();
    if (now != null) {
      found = comparison.changes(old, now);
    } else if (isUnion(origin)) {
      found = List.of(comparison.gone(old));
    }
    found.forEach(change -> add(change.withReach(reach(union))));
  }

  private boolean isUnion(String origin) {
    SurfaceBlock block = SurfaceBlock.all(after.surface()).get(SurfaceBlock.key("union", origin));
    return block != null && block.kind().equals("union");
  }

  /** The last resort: what it means cannot be told but by the way it goes. */
  private void unexplained(Subject subject, List<String> lines) {
    String structure = subject.structure();
    boolean sent =
        structure.isEmpty()
            ? lines.stream().anyMatch(line -> !line.matches("[-+] (result|answer) .*"))
            : usageBefore.of(structure).isSent();
    Change change =
        Change.of(Kind.SURFACE_CHANGED, subject)
            .levels(sent ? Level.MAJOR : Level.MINOR, Level.MINOR)
            .message(
                "In the surface file `%s` differs where no other change tells why: %s."
                    .formatted(
                        subject,
                        lines.stream()
                            .map(line -> "`" + line + "`")
                            .collect(Collectors.joining(", "))))
            .advice("Look at the diff of the surface file for `" + subject + "`.")
            .build();
    add(structure.isEmpty() ? change : change.withReach(usageBefore.operations(structure)));
  }

  void add(Change change) {
    changes.add(change);
  }

  /** Adds a change of a schema, with the operations that it reaches. */
  void add(Change change, Pair<Structure> pair) {
    List<String> reached = usageAfter.operations(pair.after().name());
    changes.add(
        change.withReach(
            reached.isEmpty() ? usageBefore.operations(pair.before().name()) : reached));
  }

  TypeComparison types() {
    return types;
  }

  Direction direction(Pair<Structure> pair) {
    Direction old = usageBefore.of(pair.before().name());
    Direction now = usageAfter.of(pair.after().name());
    return old == now ? old : Direction.BOTH;
  }

  private void document() {
    if (!before.version().equals(after.version())) {
      add(
          Change.of(Kind.VERSION_CHANGED, Subject.DOCUMENT)
              .from(before.version())
              .to(after.version())
              .message(
                  "The document's version goes from %s to %s."
                      .formatted(before.version(), after.version()))
              .build());
    }
    String was = before.addresses().first();
    String is = after.addresses().first();
    if (was.equals(is)) {
      otherAddresses(Subject.DOCUMENT, before.addresses(), after.addresses());
    } else {
      add(
          Change.of(Kind.SERVER_CHANGED, Subject.DOCUMENT)
              .from(was)
              .to(is)
              .levels(Level.MAJOR, Level.PATCH)
              .message("The service's address is %s, no longer %s.".formatted(told(is), told(was)))
              .advice("Set the base URL where the old address has to stay.")
              .build());
    }
  }

  private static String told(String address) {
    return address.isEmpty() ? "not told" : "`" + address + "`";
  }

  /** Where the first address stays: the client takes no other one by itself. */
  void otherAddresses(Subject subject, Addresses old, Addresses now) {
    if (!old.all().equals(now.all())) {
      add(
          Change.of(Kind.SERVER_CHANGED, subject)
              .from(String.join("; ", old.all()))
              .to(String.join("; ", now.all()))
              .message(
                  "The servers of %s are %s; so far %s."
                      .formatted(subject, Words.list(now.all()), Words.list(old.all())))
              .build());
    }
  }

  private void removed(ApiOperation operation) {
    add(
        Change.of(Kind.OPERATION_REMOVED, Subject.of(operation))
            .from(operation.key())
            .levels(Level.MAJOR, Level.MAJOR)
            .message(
                "`%s` is gone, and `%s` with it%s"
                    .formatted(
                        operation.key(),
                        operation.javaMethod(),
                        operation.isDeprecated() ? "; it was deprecated." : "."))
            .advice(
                "Remove the calls of `%s`.%s".formatted(operation.javaMethod(), instead(operation)))
            .entry(Section.REMOVED, "`" + operation.javaMethod() + "` (`" + operation.key() + "`).")
            .build());
  }

  /** Operations that answer the same, and are called in the same way. */
  private String instead(ApiOperation operation) {
    List<String> alike =
        after.operations().values().stream()
            .filter(each -> each.method().equals(operation.method()))
            .filter(each -> types.isSameJava(operation.javaResult(), each.javaResult()))
            .filter(each -> each.javaResult().contains("<"))
            .map(ApiOperation::javaMethod)
            .toList();
    return alike.isEmpty() ? "" : " The same is answered by " + Words.list(alike) + ".";
  }

  private void added(ApiOperation operation) {
    add(
        Change.of(Kind.OPERATION_ADDED, Subject.of(operation))
            .to(operation.key())
            .levels(Level.MINOR, Level.MINOR)
            .message("`%s` is new: `%s`.".formatted(operation.key(), operation.javaMethod()))
            .entry(Section.ADDED, "`" + operation.javaMethod() + "` (`" + operation.key() + "`).")
            .build());
  }

  private void removed(Structure structure) {
    if (structure.className().isEmpty()) {
      return;
    }
    Change change =
        Change.of(Kind.STRUCTURE_REMOVED, Subject.of(structure))
            .from(structure.name())
            .levels(Level.PATCH, Level.MAJOR)
            .message("The schema `" + structure.name() + "` is gone, and its class with it.")
            .advice("Remove the uses of the class `" + structure.className() + "`.")
            .entry(Section.REMOVED, "The model `" + structure.className() + "`.")
            .build();
    add(change.withReach(usageBefore.operations(structure.name())));
  }

  private void added(Structure structure) {
    if (structure.className().isEmpty()) {
      return;
    }
    Change change =
        Change.of(Kind.STRUCTURE_ADDED, Subject.of(structure))
            .to(structure.name())
            .levels(Level.PATCH, Level.MINOR)
            .message("The schema `" + structure.name() + "` is new.")
            .entry(Section.ADDED, "The model `" + structure.className() + "`.")
            .build();
    add(change.withReach(usageAfter.operations(structure.name())));
  }
}
