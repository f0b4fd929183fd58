package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenConfigLoader;

final class SettingsTest {
  @Test
  void packagesFollowTheInvokerPackage() {
    Settings settings = Settings.of(Collections.singletonMap("invokerPackage", "a.b"));

    assertEquals("a.b.api", settings.apiPackage);
    assertEquals("a.b.model", settings.modelPackage);
    assertEquals("a.b", settings.supportPackage);
  }

  @Test
  void aPackageThatIsNoJavaNameIsRefused() {
    for (String option :
        new String[] {"invokerPackage", "apiPackage", "modelPackage", "supportPackage"}) {
      Map<String, Object> values = Collections.singletonMap(option, "com.example.my-lib.class");
      assertEquals(
          "The option "
              + option
              + " is \"com.example.my-lib.class\", which is no name of a Java package.",
          assertThrows(IllegalArgumentException.class, () -> Settings.of(values)).getMessage());
    }
  }

  @Test
  void everythingElseIsOffByDefault() {
    Settings settings = Settings.of(Collections.emptyMap());

    assertFalse(settings.withHttpInfo);
    assertFalse(settings.acceptSurface);
    assertNull(settings.surfaceFile);
    assertTrue(settings.generatesSupport());
  }

  @Test
  void valuesMayBeTextAsMavenGivesThem() {
    Map<String, Object> values = new HashMap<>();
    values.put("withHttpInfo", " true ");
    values.put("acceptSurface", "");

    assertTrue(Settings.of(values).withHttpInfo);
    assertFalse(Settings.of(values).acceptSurface);
  }

  @Test
  void placesOfFilesDoNotShapeTheOutput() {
    Map<String, Object> values = new HashMap<>();
    values.put("surfaceFile", "/somewhere");
    values.put("templateDir", "/elsewhere");
    values.put("lambda", new Object());
    values.put("withHttpInfo", "true");

    assertEquals(
        Collections.singletonMap("withHttpInfo", "true"), Settings.thatShapeTheOutput(values));
  }

  @Test
  void everyOptionOfTheGeneratorSaysWhatItDoesAndItsDefault() {
    for (CliOption option : CodegenConfigLoader.forName("retrofit-moshi").cliOptions()) {
      assertTrue(option.getDescription().matches("[A-Z].+\\. Default: .+\\."), option.getOpt());
    }
  }

  @Test
  void graalVmIsToldOfTheInterfacesWhereAFolderIsNamed(@TempDir Path folder) throws Exception {
    Path document = DocumentFiles.own("parameters.yaml");
    Map<String, String> options = new HashMap<>();
    options.put("reachabilityFolder", "resources/META-INF/native-image/a/b");
    options.put("apiPackage", "a.b");
    GeneratedClient.generate(document, folder, options);

    String text =
        Files.readString(
            folder.resolve("resources/META-INF/native-image/a/b/reachability-metadata.json"));

    assertEquals(
        "{\n"
            + "  \"reflection\": [\n"
            + "    {\"type\": \"a.b.KindsApi\", \"allDeclaredMethods\": true},\n"
            + "    {\"type\": {\"proxy\": [\"a.b.KindsApi\"]}}\n"
            + "  ]\n"
            + "}\n",
        text);
  }

  @Test
  void supportCodeOfAnotherGenerationCanBeShared(@TempDir Path folder) {
    Path document = DocumentFiles.own("parameters.yaml");
    GeneratedClient first = GeneratedClient.generate(document, folder, Collections.emptyMap());
    Map<String, String> options = new HashMap<>();
    options.put("supportPackage", GeneratedClient.PACKAGE);
    options.put("invokerPackage", "second");

    GeneratedClient second = GeneratedClient.generate(document, folder.resolve("second"), options);

    assertFalse(second.source("second.ApiClient").toFile().exists());
    assertTrue(second.text("second.api.KindsApi").contains("import generated.CookieParam;"));
    // The first one's folder holds the second one's: both are compiled together.
    assertTrue(first.compile().interfaces().size() == 1);
  }
}
