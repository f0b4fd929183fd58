package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.Retrofit;

/** An OpenAPI 3.0 document in which names, texts and references are as bad as they come. */
final class OddDocumentTest {
  @TempDir static Path folder;
  private static GeneratedClient client;
  private static GeneratedClient.Loaded loaded;

  @BeforeAll
  static void generate() {
    client = GeneratedClient.generate(DocumentFiles.own("oddities.yaml"), folder);
    loaded = client.compile();
  }

  private static String api(String name) {
    return client.text(GeneratedClient.PACKAGE + ".api." + name);
  }

  private static String report() throws IOException {
    return Files.readString(folder.resolve("generator-report.txt"));
  }

  @Test
  void retrofitTakesEveryInterface() {
    Retrofit retrofit = loaded.retrofit(new OkHttpClient()).validateEagerly(true).build();

    for (Class<?> type : loaded.interfaces()) {
      assertTrue(type.isInstance(retrofit.create(type)));
    }
  }

  @Test
  void interfacesAreNamedByTagsAndNotAsModels() {
    List<String> names =
        loaded.interfaces().stream().map(Class::getSimpleName).collect(Collectors.toList());

    assertEquals(List.of("DefaultApi", "PetsMoreApi"), names);
  }

  @Test
  void tagsOfOneJavaNameShareAnInterface() throws IOException {
    assertTrue(report().contains("shares the interface PetsMoreApi"), report());
  }

  @Test
  void variablesOfTheServerAreReplacedByTheirDefaults() {
    assertTrue(
        client
            .text(GeneratedClient.PACKAGE + ".ApiClient")
            .contains("DEFAULT_BASE_URL = \"https://odd.example/v2/\";"));
  }

  @Test
  void callbacksAreNoOperations() {
    assertFalse(api("PetsMoreApi").contains("calledBack"));
  }

  @Test
  void missingReferencesAndImpossibleParametersStandInTheReport() throws IOException {
    String report = report();

    assertTrue(report.contains("#/components/parameters/Missing is not in the document"), report);
    assertTrue(report.contains("parameters.[nowhere].in is not of type"), report);
    assertTrue(report.contains("header parameter ü: no header name"), report);
    assertTrue(report.contains("the request body has no content"), report);
    assertTrue(report.contains("the caller builds it whole"), report);
    assertTrue(report.contains("the form has alternatives"), report);
  }

  @Test
  void namesThatRetrofitCannotHoldBecomeParts() {
    String upload = api("DefaultApi");

    assertTrue(upload.contains("@Part MultipartBody.Part fIle,"), upload);
    assertTrue(upload.contains("@Part MultipartBody.@Nullable Part name,"), upload);
    assertTrue(api("UploadParts").contains("createFormData(\"f\\\"ile\", filename, body)"));
  }

  @Test
  void alternativesWithAFileAreAFile() {
    assertTrue(api("DefaultApi").contains("@Part MultipartBody.@Nullable Part either,"));
  }

  @Test
  void duplicateOperationIdsAndKeywordsHaveNames() {
    String api = api("PetsMoreApi");

    assertTrue(api.contains(" classPostABByIdByOdd("), api);
    assertTrue(api.contains(" classOperation("), api);
  }
}
