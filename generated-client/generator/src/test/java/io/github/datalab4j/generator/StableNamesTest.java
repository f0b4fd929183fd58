package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.datalab4j.generator.model.ModelSpec;
import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.surface.SurfaceFile;
import io.github.datalab4j.generator.testing.Documents;
import java.nio.file.Path;
import java.util.Arrays;
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
    return LongStream.range(SEED, SEED + 100);
  }

  private static GeneratedCode generate(GrowingDocument document, Map<String, String> names) {
    String json = new ObjectMapper().valueToTree(document.content()).toString();
    return GeneratedCode.read(Documents.parse(json), List.of(), Settings.of(Map.of()), names);
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
    document.grow(6);
    Map<String, String> old = names(surface(generate(document, Map.of())));

    document.grow(10);
    Map<String, String> grown = names(surface(generate(document, old)));

    old.forEach((key, name) -> assertEquals(name, grown.get(key), key));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameDocumentHasTheSameSurface(long seed) {
    GrowingDocument document = new GrowingDocument(seed);
    document.grow(12);
    String surface = surface(generate(document, Map.of()));

    assertEquals(surface, surface(generate(document, names(surface))));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noTwoFilesDifferInCaseOnly(long seed) {
    GrowingDocument document = new GrowingDocument(seed);
    document.grow(16);
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
    document.grow(40);
    String surface = surface(generate(document, Map.of()));

    List<String> languages = Arrays.asList("tr", "lt", "ar", "th-TH-u-nu-thai");
    for (String language : languages) {
      Locale.setDefault(Locale.forLanguageTag(language));
      assertEquals(surface, surface(generate(document, Map.of())), language);
    }
  }
}
