package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.ApiOperation;
import io.github.datalab4j.upgrade.document.Structure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which operation and which schema of one document is which of another. */
final class PairsTest {
  @Test
  void theNamesOfPathParametersDoNotMatter() {
    assertEquals(
        Set.of("GET /a/{x} = GET /a/{y}"),
        operations(Map.of("/a/{x}", "one"), Map.of("/a/{y}", "two")));
  }

  @Test
  void aPathThatIsThereStaysTheSameWhateverItsOperationIsCalled() {
    assertEquals(
        Set.of("GET /a = GET /a", "GET /b = GET /b"),
        operations(Map.of("/a", "one", "/b", "two"), Map.of("/a", "two", "/b", "one")));
  }

  @Test
  void anOperationOfTheSameNameHasMoved() {
    assertEquals(
        Set.of("GET /old = GET /new"), operations(Map.of("/old", "one"), Map.of("/new", "one")));
  }

  @Test
  void whatFrameworksAppendToANameDoesNotMatter() {
    assertEquals(
        Set.of("GET /old/x = GET /new/x"),
        operations(Map.of("/old/x", "read_x_old_x_get"), Map.of("/new/x", "read_x_new_x_get")));
  }

  @Test
  void twoOperationsOfOneNameAreNotGuessed() {
    assertEquals(
        Set.of("GET /old gone", "GET /new1 new", "GET /new2 new"),
        operations(Map.of("/old", "one"), Map.of("/new1", "one", "/new2", "one")));
  }

  @Test
  void anOperationOfAnotherNameAndPathIsAnother() {
    assertEquals(
        Set.of("GET /old gone", "GET /new new"),
        operations(Map.of("/old", "one"), Map.of("/new", "two")));
  }

  @Test
  void aSchemaOfTheSameNameIsTheSame() {
    assertEquals(
        Set.of("A = A", "B = B"),
        schemas("A: {type: string}\nB: {type: string}", "B: {type: integer}\nA: {type: integer}"));
  }

  @Test
  void aSchemaOfAnotherNameButTheSameFieldsIsTheSame() {
    assertEquals(
        Set.of("Old = New"),
        schemas("Old: " + object("a", "b", "c"), "New: " + object("a", "b", "c")));
  }

  @Test
  void aSchemaOfAnotherNameAndOtherFieldsIsAnother() {
    assertEquals(
        Set.of("Old gone", "New new"),
        schemas("Old: " + object("a", "b"), "New: " + object("a", "c", "d")));
  }

  @Test
  void twoSchemasOfTheSameFieldsAreNotGuessed() {
    assertEquals(
        Set.of("Old gone", "New1 new", "New2 new"),
        schemas("Old: " + object("a"), "New1: " + object("a") + "\nNew2: " + object("a")));
  }

  @Test
  void aFieldsSchemaOfAnotherNameIsTheSameIfItIsSomewhatAlike() {
    String old = "Top: {type: object, properties: {x: {$ref: '#/components/schemas/Old'}}}\n";
    String now = "Top: {type: object, properties: {x: {$ref: '#/components/schemas/New'}}}\n";

    assertEquals(
        Set.of("Top = Top", "Old = New"),
        schemas(old + "Old: " + object("a", "b"), now + "New: " + object("a", "c")));
  }

  @Test
  void aListsElementsAndAMapsValuesAreFollowed() {
    String old =
        """
        Top: {type: object, properties: {
          l: {type: array, items: {$ref: '#/components/schemas/OldL'}},
          m: {type: object, additionalProperties: {$ref: '#/components/schemas/OldM'}}}}
        OldL: {type: object, properties: {a: {type: string}, x: {type: string}}}
        OldM: {type: object, properties: {b: {type: string}, x: {type: string}}}
        """;

    assertEquals(
        Set.of("Top = Top", "OldL = NewL", "OldM = NewM"),
        schemas(
            old,
            old.replace("OldL", "NewL")
                .replace("OldM", "NewM")
                .replace("{a:", "{c: {type: integer}, a:")));
  }

  private static Set<String> operations(Map<String, String> before, Map<String, String> after) {
    OperationPairs pairs = new OperationPairs(paths(before), paths(after));
    Set<String> text = new TreeSet<>();
    pairs.pairs().forEach(pair -> text.add(pair.before().key() + " = " + pair.after().key()));
    pairs.removed().stream().map(ApiOperation::key).forEach(key -> text.add(key + " gone"));
    pairs.added().stream().map(ApiOperation::key).forEach(key -> text.add(key + " new"));
    return text;
  }

  private static Set<String> schemas(String before, String after) {
    ApiDocument old = components(before);
    ApiDocument now = components(after);
    StructurePairs pairs = new StructurePairs(old, now, new OperationPairs(old, now));
    Set<String> text = new TreeSet<>();
    pairs.pairs().forEach(pair -> text.add(pair.before().name() + " = " + pair.after().name()));
    pairs.removed().stream().map(Structure::name).forEach(name -> text.add(name + " gone"));
    pairs.added().stream().map(Structure::name).forEach(name -> text.add(name + " new"));
    return text;
  }

  private static ApiDocument paths(Map<String, String> operationIds) {
    StringBuilder yaml = new StringBuilder("paths:\n");
    operationIds.forEach(
        (path, id) ->
            yaml.append(
                "  '%s': {get: {operationId: %s, tags: [%s]}}%n"
                    .formatted(path, id, id + path.length())));
    return Drill.read(Drill.parse(yaml.toString()), Map.of());
  }

  private static ApiDocument components(String schemas) {
    return Drill.read(
        Drill.parse("paths: {}\ncomponents:\n  schemas:\n" + schemas.indent(4)), Map.of());
  }

  private static String object(String... fields) {
    return "{type: object, properties: {"
        + String.join(
            ", ", List.of(fields).stream().map(name -> name + ": {type: string}").toList())
        + "}}";
  }
}
