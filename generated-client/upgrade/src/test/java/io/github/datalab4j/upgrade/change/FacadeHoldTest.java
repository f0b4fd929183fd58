package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.document.UnreadableDocumentException;
import io.github.datalab4j.upgrade.change.FacadeHold.Hold;
import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.ApiOperation;
import io.github.datalab4j.upgrade.document.DocumentReader;
import io.github.datalab4j.upgrade.document.DocumentSource;
import io.github.datalab4j.upgrade.document.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of what the facade needs, compared with the facade's sources and the API document. */
final class FacadeHoldTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path SOURCES = ROOT.resolve("facade/src/main/java/io/github/datalab4j");
  private static final Pattern IMPORT =
      Pattern.compile("import io\\.github\\.datalab4j\\.client\\.(?:api|model)\\.(\\w+);");
  private static final Pattern PATH =
      Pattern.compile("\"[^\"\\s]*\\bcustom_(?:pipelines|processors)\\b[^\"\\s]*\"");

  private static final FacadeHold HOLD = FacadeHold.shipped();
  private static final Map<String, String> FACADE = new TreeMap<>();
  private static ApiDocument document;

  @BeforeAll
  static void readFacadeAndDocument() throws IOException, UnreadableDocumentException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(FacadeHoldTest::read);
    }
    Path shipped =
        ROOT.resolve("api-spec/src/main/resources/META-INF/datalab4j/datalab-openapi.yaml");
    document = DocumentReader.read(new DocumentSource().read(shipped.toString()), Map.of());
  }

  private static void read(Path file) {
    try {
      String name = file.getFileName().toString().replace(".java", "");
      FACADE.put(name, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyThingIsInTheDocument() {
    Set<String> things = new TreeSet<>();
    for (ApiOperation operation : document.operations().values()) {
      things.add(operation.javaMethod());
      operation.inputs().forEach(each -> things.add(operation.javaMethod() + "/" + each.name()));
      for (String way : operation.security()) {
        things.add(operation.javaMethod() + "/" + way.replace("header ", ""));
      }
    }
    for (Structure structure : document.structures().values()) {
      things.add(structure.name());
      structure.fields().keySet().forEach(field -> things.add(structure.name() + "/" + field));
    }
    for (Hold hold : HOLD.holds()) {
      assertTrue(things.contains(hold.thing()), () -> hold.thing() + " is not in the document");
    }
  }

  @Test
  void everyClassIsOneOfTheFacade() {
    for (Hold hold : HOLD.holds()) {
      assertTrue(FACADE.containsKey(hold.className()), () -> "no class " + hold.className());
    }
  }

  @Test
  void everyClassThatImportsGeneratedCodeIsListedForIt() {
    FACADE.forEach(
        (name, source) -> {
          Matcher imported = IMPORT.matcher(source);
          while (imported.find()) {
            String generated = imported.group(1);
            assertTrue(
                generated.equals("ModelJsonAdapters") || holds(name, generated),
                () -> name + " imports " + generated + ", but is not listed for it");
          }
        });
  }

  private static boolean holds(String className, String generated) {
    return HOLD.holds().stream()
        .filter(hold -> hold.className().equals(className))
        .anyMatch(hold -> isOf(hold.thing(), generated));
  }

  /** A part factory is named after the operation that it serves. */
  private static boolean isOf(String thing, String generated) {
    String parts = thing.replaceFirst("^\\w+\\.(\\w+)/.*", "$1Parts");
    return thing.split("[./]", -1)[0].equals(generated) || parts.equalsIgnoreCase(generated);
  }

  @Test
  void everyClassThatKnowsAPathIsListed() {
    FACADE.forEach(
        (name, source) ->
            assertTrue(
                !PATH.matcher(source).find()
                    || HOLD.holds().stream().anyMatch(hold -> hold.className().equals(name)),
                () -> name + " knows a path of the API, but is not listed"));
  }

  @Test
  void everyFieldThatIsReadIsListedAndEveryListedFieldIsRead() {
    for (Structure structure : document.structures().values()) {
      Pattern imported = Pattern.compile("import [\\w.]+\\.model\\." + structure.className() + ";");
      FACADE.forEach(
          (name, source) -> {
            if (imported.matcher(source).find()) {
              assertEquals(read(structure, source), listed(structure, name), name);
            }
          });
    }
  }

  /** A model is called raw or body wherever it is read. */
  private static Set<String> read(Structure structure, String source) {
    Set<String> read = new TreeSet<>();
    structure
        .fields()
        .forEach(
            (field, spec) -> {
              if (source.matches("(?s).*\\b(?:raw|body)\\." + spec.java().name() + "\\(\\).*")) {
                read.add(structure.name() + "/" + field);
              }
            });
    return read;
  }

  private static Set<String> listed(Structure structure, String className) {
    Set<String> listed = new TreeSet<>();
    for (Hold hold : HOLD.holds()) {
      boolean field = hold.kind() == Hold.Kind.FIELD && hold.className().equals(className);
      if (field && hold.thing().startsWith(structure.name() + "/")) {
        listed.add(hold.thing());
      }
    }
    return listed;
  }

  @Test
  void everyModelThatUsersOfTheFacadeSeeIsListedAsExposed() {
    Set<String> seen = new TreeSet<>();
    for (Structure structure : document.structures().values()) {
      Pattern given = Pattern.compile("(?m)^  public " + structure.className() + " \\w+\\(");
      FACADE.forEach(
          (name, source) -> {
            if (!structure.className().isEmpty() && given.matcher(source).find()) {
              seen.add(structure.name() + " " + name);
            }
          });
    }

    Set<String> exposed = new TreeSet<>();
    for (Hold hold : HOLD.holds()) {
      if (hold.kind() == Hold.Kind.EXPOSED) {
        exposed.add(hold.thing() + " " + hold.className());
      }
    }
    assertEquals(seen, exposed);
  }

  @Test
  void refusesALineWithoutAPurpose() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> FacadeHold.parse(List.of("# kind thing class", "", "field A/b C")));
    assertEquals("Not \"kind thing class purpose\": field A/b C", error.getMessage());
  }
}
