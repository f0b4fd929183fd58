package io.github.datalab4j.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.client.api.CustomPipelinesDeprecatedApi;
import io.github.datalab4j.client.api.CustomProcessorsApi;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a user's code sees of the two interfaces. */
final class InterfaceTest {
  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .get();
  }

  private static Set<String> names(Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (Method method : type.getMethods()) {
      names.add(method.getName());
    }
    return names;
  }

  @Test
  void namesAreShort() {
    assertEquals(
        new TreeSet<>(Arrays.asList("iterateCustomPipeline", "iterateCustomPipelineWithHttpInfo")),
        names(CustomProcessorsApi.class));
    assertEquals(
        new TreeSet<>(
            Arrays.asList("getCustomPipelineStatus", "getCustomPipelineStatusWithHttpInfo")),
        names(CustomPipelinesDeprecatedApi.class));
  }

  @Test
  @SuppressWarnings("deprecation")
  void resultsAreSingles() {
    assertEquals(
        "io.reactivex.rxjava3.core.Single<"
            + "io.github.datalab4j.client.model.CustomProcessorInitialResponse>",
        method(CustomProcessorsApi.class, "iterateCustomPipeline")
            .getGenericReturnType()
            .getTypeName());
    assertEquals(
        "io.reactivex.rxjava3.core.Single<retrofit2.Response<"
            + "io.github.datalab4j.client.model.CustomProcessorStatusResponse>>",
        method(CustomPipelinesDeprecatedApi.class, "getCustomPipelineStatusWithHttpInfo")
            .getGenericReturnType()
            .getTypeName());
  }

  @Test
  void deprecationFollowsTheTag() {
    for (Method method : CustomPipelinesDeprecatedApi.class.getMethods()) {
      assertTrue(method.isAnnotationPresent(Deprecated.class), method.getName());
    }
    for (Method method : CustomProcessorsApi.class.getMethods()) {
      assertFalse(method.isAnnotationPresent(Deprecated.class), method.getName());
    }
  }

  @Test
  void parametersAreRequiredOnesThenPartsThenOptionalOnes() {
    List<String> types = new ArrayList<>();
    Arrays.stream(
            method(CustomProcessorsApi.class, "iterateCustomPipeline").getGenericParameterTypes())
        .forEach(type -> types.add(type.getTypeName().replaceAll("[a-z0-9]+\\.", "")));

    assertEquals(
        Arrays.asList("String", "String", "List<MultipartBody$Part>", "String", "String", "String"),
        types);
  }

  @Test
  void noMethodHasACodeOfItsOwn() {
    for (Method method : CustomProcessorsApi.class.getMethods()) {
      assertFalse(method.isDefault(), method.getName());
    }
  }

  @Test
  void surfaceFileNamesEveryMethodAndModel() throws IOException {
    String surface =
        new String(Files.readAllBytes(Paths.get("api-surface.txt")), StandardCharsets.UTF_8);

    assertTrue(
        surface.contains(
            "operation POST /api/v1/custom_processors/{processor_id}/iterate\n"
                + "  method CustomProcessorsApi.iterateCustomPipeline\n"
                + "  result 200 application/json Single<CustomProcessorInitialResponse>\n"
                + "  answer 422 application/json HTTPValidationError\n"
                + "  security header X-API-Key\n"
                + "  path \"processor_id\": String processorId, required\n"
                + "  part \"request\": String request, required\n"
                + "  part \"files\": @Nullable List<MultipartBody.Part> files, optional\n"
                + "  part \"file_instructions\": @Nullable String fileInstructions, optional\n"
                + "  cookie \"wos-session\": @Nullable String wosSession, optional\n"
                + "  cookie \"datalab_active_team\": @Nullable String datalabActiveTeam,"
                + " optional\n"),
        surface);
    for (String model :
        Arrays.asList(
            "CustomProcessorInitialResponse",
            "CustomProcessorStatusResponse",
            "HTTPValidationError",
            "ValidationError")) {
      assertTrue(surface.contains("\nobject " + model + "\n"), model);
    }
    assertTrue(surface.contains("\nunion ValidationErrorLocItem\n"), surface);
    assertFalse(surface.contains("Body_iterate"), surface);
  }
}
