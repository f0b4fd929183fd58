package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.model.EnumModel;
import io.github.datalab4j.generator.model.FieldSpec;
import io.github.datalab4j.generator.model.ModelSpec;
import io.github.datalab4j.generator.model.ObjectModel;
import io.github.datalab4j.generator.model.UnionModel;
import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.operation.ApiSpec;
import io.github.datalab4j.generator.operation.OperationSpec;
import io.github.datalab4j.generator.operation.ParameterSpec;
import io.github.datalab4j.generator.operation.PartsSpec;
import io.github.datalab4j.generator.surface.SurfaceFile;
import io.github.datalab4j.generator.testing.Documents;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a document that grows does to the names that its first version had. */
final class StableNamesTest {
  private static final long SEED = Long.getLong("datalab4j.seed", 20261124);

  private final Locale locale = Locale.getDefault();
  @TempDir Path folder;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  static LongStream seeds() {
    return LongStream.range(SEED, SEED + 50);
  }

  private static GeneratedCode generate(GrowingDocument document, Map<String, String> names) {
    return GeneratedCode.read(
        Documents.parse(document.text()), List.of(), Settings.of(Map.of()), names);
  }

  private static String surface(GeneratedCode code) {
    return code.surface();
  }

  private Map<String, String> names(String surface) {
    Path file = folder.resolve("surface.txt");
    SurfaceFile.read(file).write(surface);
    return SurfaceFile.read(file).names();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyNameOfTheSurfaceFileStays(long seed) {
    GrowingDocument document = new GrowingDocument(seed);
    document.grow(4);
    GeneratedCode old = generate(document, Map.of());
    for (int i = 0; i < 2; i++) {
      Map<String, String> names = names(surface(old));
      document.grow(3);
      GeneratedCode grown = generate(document, names);

      assertContains(names, names(surface(grown)));
      assertContains(meanings(old), meanings(grown));
      old = grown;
    }
  }

  private static void assertContains(Map<String, String> old, Map<String, String> grown) {
    old.forEach((key, value) -> assertEquals(value, grown.get(key), key));
  }

  /** What can be written in Java, and what it stands for in the document. */
  private static Map<String, String> meanings(GeneratedCode code) {
    Map<String, String> meanings = new HashMap<>();
    for (ApiSpec api : code.apis) {
      for (OperationSpec operation : api.operations()) {
        String method = api.className() + "." + operation.name();
        meanings.put(method, operation.id().key() + " " + operation.result().type());
        for (ParameterSpec each : operation.parameters()) {
          meanings.put(method + " " + each.place() + " " + each.wireName(), each.type());
        }
      }
    }
    for (PartsSpec parts : code.parts) {
      parts
          .factories()
          .forEach(part -> meanings.put(parts.className() + "." + part.name(), part.wireName()));
    }
    code.models.forEach(model -> meanings(model, meanings));
    return meanings;
  }

  private static void meanings(ModelSpec model, Map<String, String> meanings) {
    String dot = model.className() + ".";
    meanings.put(model.className(), model.origin());
    if (model instanceof ObjectModel object) {
      for (FieldSpec field : object.fields()) {
        meanings.put(dot + field.name() + "()", field.jsonName() + ": " + field.type());
      }
    } else if (model instanceof EnumModel enumeration) {
      enumeration.constants().forEach(each -> meanings.put(dot + each.name(), each.literal()));
    } else if (model instanceof UnionModel union) {
      for (UnionModel.Alternative each : union.alternatives()) {
        meanings.put(dot + "as" + each.label() + "()", each.type().toString());
        meanings.put(dot + each.factory() + "(" + each.type() + ")", each.type().toString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameDocumentHasTheSameSurface(long seed) {
    GrowingDocument document = new GrowingDocument(seed);
    document.grow(6);
    String surface = surface(generate(document, Map.of()));

    assertEquals(surface, surface(generate(document, names(surface))));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noTwoFilesDifferInCaseOnly(long seed) {
    GrowingDocument document = new GrowingDocument(seed);
    document.grow(10);
    GeneratedCode code = generate(document, Map.of());

    Set<String> files = new HashSet<>();
    code.apis.forEach(api -> assertNew(api.className(), "api", files));
    code.parts.forEach(parts -> assertNew(parts.className(), "api", files));
    for (ModelSpec model : code.models) {
      assertNew(model.className(), "model", files);
      assertNew(model.adapterName(), "model", files);
    }
  }

  private static void assertNew(String className, String where, Set<String> files) {
    assertTrue(files.add(where + "/" + className.toLowerCase(Locale.ROOT)), className);
    assertTrue(!JavaNames.isReservedType(className), className);
  }

  @Test
  void theLocaleDecidesNothing() {
    GrowingDocument document = new GrowingDocument(SEED);
    document.grow(12);
    String surface = surface(generate(document, Map.of()));

    List<String> languages = Arrays.asList("tr", "lt", "ar", "th-TH-u-nu-thai");
    for (String language : languages) {
      Locale.setDefault(Locale.forLanguageTag(language));
      assertEquals(surface, surface(generate(document, Map.of())), language);
    }
  }
}
