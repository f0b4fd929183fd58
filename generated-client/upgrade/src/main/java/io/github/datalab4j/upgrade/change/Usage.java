package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.document.Answer;
import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.ApiOperation;
import io.github.datalab4j.upgrade.document.Field;
import io.github.datalab4j.upgrade.document.Input;
import io.github.datalab4j.upgrade.document.Structure;
import io.github.datalab4j.upgrade.document.WireType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which operations send and answer which structures, directly or inside of others. */
final class Usage {
  private final ApiDocument document;
  private final Map<String, Set<String>> sentBy = new LinkedHashMap<>();
  private final Map<String, Set<String>> answeredBy = new LinkedHashMap<>();

  private Usage(ApiDocument document) {
    this.document = document;
  }

  static Usage of(ApiDocument document) {
    Usage usage = new Usage(document);
    for (ApiOperation operation : document.operations().values()) {
      for (Input input : operation.inputs()) {
        usage.walk(input.type().wire(), operation.key(), usage.sentBy);
      }
      for (Answer answer : operation.answers().values()) {
        usage.walk(answer.type().wire(), operation.key(), usage.answeredBy);
      }
    }
    return usage;
  }

  private void walk(WireType type, String operation, Map<String, Set<String>> users) {
    if (type instanceof WireType.ListOf list) {
      walk(list.element(), operation, users);
    } else if (type instanceof WireType.MapOf map) {
      walk(map.value(), operation, users);
    } else if (type instanceof WireType.OneOf union) {
      union.alternatives().forEach(each -> walk(each, operation, users));
    } else if (type instanceof WireType.Named named) {
      Structure structure = document.structures().get(named.structure());
      boolean isNew =
          users.computeIfAbsent(named.structure(), n -> new LinkedHashSet<>()).add(operation);
      if (structure != null && isNew) {
        structure.fields().values().stream()
            .map(Field::type)
            .forEach(field -> walk(field.wire(), operation, users));
        walk(structure.further().wire(), operation, users);
        walk(structure.type().wire(), operation, users);
      }
    }
  }

  Direction of(String structure) {
    boolean sent = sentBy.containsKey(structure);
    boolean answered = answeredBy.containsKey(structure);
    return sent == answered ? Direction.BOTH : sent ? Direction.REQUEST : Direction.ANSWER;
  }

  /** The keys of the operations that a structure reaches. */
  List<String> operations(String structure) {
    Set<String> operations = new LinkedHashSet<>(sentBy.getOrDefault(structure, Set.of()));
    operations.addAll(answeredBy.getOrDefault(structure, Set.of()));
    return new ArrayList<>(operations);
  }
}
