package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.http.Field;
import retrofit2.http.Part;

/** Forms with alternatives, without fields, and with more fields than they name. */
final class FormsTest {
  @TempDir static Path folder;
  private static Class<?> api;
  private static Class<?> parts;
  private static String report;
  private static String source;

  @BeforeAll
  static void generate() throws IOException {
    GeneratedClient client = GeneratedClient.generate(DocumentFiles.own("forms.yaml"), folder);
    GeneratedClient.Loaded loaded = client.compile();
    api = loaded.type("api.FormsApi");
    parts = loaded.type("api.AnyNameParts");
    source = client.text("generated.api.FormsApi");
    report = Files.readString(folder.resolve("generator-report.txt"));
    loaded
        .retrofit(new OkHttpClient())
        .baseUrl("https://a.example/")
        .validateEagerly(true)
        .build()
        .create(api);
  }

  @Test
  void aTextPartOfANameThatRetrofitDoesNotTakeIsNoFile() {
    RequestBody text = RequestBody.create("5", MediaType.get("text/plain"));

    MultipartBody.Part part =
        (MultipartBody.Part) GeneratedClient.call(parts, null, "groUdfE", text);

    assertEquals("form-data; name=\"größe\"", part.headers().get("Content-Disposition"));
  }

  private static List<String> fields(String name) {
    Method method =
        Arrays.stream(api.getMethods()).filter(m -> m.getName().equals(name)).findFirst().get();
    List<String> fields = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      for (Annotation annotation : parameter.getAnnotations()) {
        if (annotation instanceof Field field) {
          fields.add(field.value());
        } else if (annotation instanceof Part part) {
          fields.add(part.value());
        }
      }
    }
    return fields;
  }

  @Test
  void aFormThatNamesNoFieldIsGivenWhole() {
    assertEquals(List.of(), fields("nothingNamed"));
    assertEquals(List.of(), fields("nothingNamedInFields"));
    assertTrue(
        report.contains("POST /nothing-named: the multipart/form-data body names no"), report);
  }

  @Test
  void alternativesWithinAlternativesKeepTheirFields() {
    assertEquals(List.of("own", "first", "second", "third", "fourth"), fields("alternatives"));
  }

  @Test
  void whatAllAlternativesRequireIsRequired() {
    assertTrue(source.contains("@Part(\"always\") String always"), source);
    assertTrue(source.contains("@Part(\"first\") @Nullable String first"), source);
    assertTrue(source.contains("@Part(\"last\") @Nullable String last"), source);
  }

  @Test
  void whatAllAlternativesRequireOfTheFormsOwnFieldsIsRequired() {
    assertTrue(source.contains("@Field(\"always\") String always"), source);
    assertTrue(source.contains("@Field(\"either\") @Nullable String either"), source);
    assertTrue(source.contains("@Field(\"made\") @Nullable String made"), source);
  }

  @Test
  void aFormOrNullKeepsWhatItRequires() {
    assertTrue(source.contains("@Part(\"name\") String name"), source);
    assertTrue(source.contains("@Part(\"note\") @Nullable String note"), source);
  }

  @Test
  void whatOnlyTheServiceSendsIsNotRequired() {
    assertTrue(source.contains("@Part(\"id\") @Nullable String id"), source);
  }

  @Test
  void fieldsThatCannotBeSentStandInTheReport() {
    assertTrue(report.contains("POST /open: fields that the form does not name are"), report);
  }
}
