package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The surface file against what is generated. */
final class SurfaceCheckTest {
  @TempDir Path input;
  @TempDir Path output;
  private Path document;
  private Path surface;

  @BeforeEach
  void accept() {
    document = DocumentFiles.write(input, text("list_pets_get", "/pets"));
    surface = input.resolve("api-surface.txt");
    run(true);
  }

  private static String text(String operationId, String... paths) {
    StringBuilder text =
        new StringBuilder("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n");
    for (String path : paths) {
      String id = operationId.replace("_pets", path.replace('/', '_'));
      text.append("  ").append(path).append(":\n    get:\n      tags: [pets]\n");
      text.append("      operationId: ").append(id).append('\n');
      text.append("      responses: {'204': {description: none}}\n");
    }
    return text.toString();
  }

  private void run(boolean accept) {
    Map<String, String> options = new HashMap<>();
    options.put("surfaceFile", surface.toString());
    options.put("acceptSurface", String.valueOf(accept));
    options.put("acceptCommand", "please accept");
    GeneratedClient.generate(document, output, options);
  }

  @Test
  void acceptedSurfaceIsTheFile() throws IOException {
    assertEquals(
        "# What the generated client offers: the operations, then the models. Written by the\n"
            + "# generator and compared with at every build; review a change as one of the public"
            + " API.\n"
            + "\n"
            + "operation GET /pets\n"
            + "  method PetsApi.list\n"
            + "  result 204 no content\n",
        Files.readString(surface));
  }

  @Test
  void addressesOfTheDocumentStandFirst() throws IOException {
    DocumentFiles.write(
        input,
        text("list_pets_get", "/pets")
            + "servers:\n  - url: https://{r}.example/v1\n"
            + "    variables: {r: {default: eu, enum: [eu, us]}}\n  - url: /v1\n");

    run(true);

    assertTrue(
        Files.readString(surface)
            .contains(
                "API.\n\nservers of the document\n"
                    + "  https://{r}.example/v1, {r} default \"eu\", one of \"eu\" \"us\"\n"
                    + "  /v1\n\noperation GET /pets\n"));
  }

  @Test
  void requiredFieldsThatAreNotDescribedAreShown() throws IOException {
    DocumentFiles.write(
        input,
        text("list_pets_get", "/pets")
            + "components: {schemas: {Pet: {type: object, required: [name, chip],"
            + " properties: {name: {type: string}}}}}\n");

    run(true);

    assertTrue(
        Files.readString(surface)
            .contains("  further fields: @Nullable Object, requires \"chip\"\n"));
  }

  @Test
  void anotherAddressFailsTheCheck() {
    DocumentFiles.write(
        input, text("list_pets_get", "/pets") + "servers:\n  - url: https://b.example\n");

    SurfaceDiffersException error = assertThrows(SurfaceDiffersException.class, () -> run(false));

    assertTrue(error.getMessage().contains("+   https://b.example\n"), error.getMessage());
  }

  @Test
  void sameSurfacePasses() {
    run(false);

    assertTrue(Files.exists(surface));
  }

  @Test
  void anotherSurfaceFailsAndSaysHowToAccept() {
    DocumentFiles.write(input, text("list_pets_get", "/pets", "/cats"));

    SurfaceDiffersException error = assertThrows(SurfaceDiffersException.class, () -> run(false));

    assertTrue(error.getMessage().contains("+ operation GET /cats\n"), error.getMessage());
    assertTrue(error.getMessage().contains("\n    please accept\n"), error.getMessage());
    assertEquals(0, error.getStackTrace().length);
  }

  @Test
  void failingCheckLeavesFileAndOutputAlone() throws IOException {
    String before = Files.readString(surface);
    DocumentFiles.write(input, text("list_pets_get", "/cats"));

    assertThrows(SurfaceDiffersException.class, () -> run(false));

    assertEquals(before, Files.readString(surface));
    assertTrue(
        Files.readString(output.resolve("java/generated/api/PetsApi.java"))
            .contains("@GET(\"pets\")"));
  }

  @Test
  void missingFileFails() throws IOException {
    Files.delete(surface);

    assertThrows(SurfaceDiffersException.class, () -> run(false));
  }

  @Test
  void checkIsMadeThoughNothingIsWritten() throws IOException {
    Files.writeString(surface, "another\n");

    assertThrows(SurfaceDiffersException.class, () -> run(false));
  }

  @Test
  void newcomerLeavesTheShortNameToTheOldOne() throws IOException {
    DocumentFiles.write(input, text("list_pets_get", "/v2/pets", "/pets"));

    run(true);

    String text = Files.readString(surface);
    assertTrue(text.contains("operation GET /pets\n  method PetsApi.list\n"), text);
    assertTrue(text.contains("operation GET /v2/pets\n  method PetsApi.listV2PetsGet\n"), text);
  }

  @Test
  void withoutTheOptionNothingIsChecked(@TempDir Path other) throws IOException {
    Files.delete(surface);

    GeneratedClient.generate(document, other, new HashMap<>());

    assertFalse(Files.exists(surface));
  }
}
