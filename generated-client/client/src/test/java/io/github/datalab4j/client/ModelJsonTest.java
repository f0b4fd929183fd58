package io.github.datalab4j.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.Moshi;
import io.github.datalab4j.client.model.CustomProcessorInitialResponse;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import io.github.datalab4j.client.model.HTTPValidationError;
import io.github.datalab4j.client.model.ValidationError;
import io.github.datalab4j.client.model.ValidationErrorLocItem;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The models of our document and their JSON. */
final class ModelJsonTest {
  private static final Moshi MOSHI = ApiClient.moshi().build();
  private static final JsonAdapter<CustomProcessorStatusResponse> STATUS =
      MOSHI.adapter(CustomProcessorStatusResponse.class);

  private static CustomProcessorStatusResponse status(String more) throws IOException {
    return STATUS.fromJson("{\"status\":\"processing\",\"sent_at\":\"then\"" + more + "}");
  }

  private static void assertRefused(String json, String... words) {
    JsonDataException error =
        assertThrows(JsonDataException.class, () -> STATUS.fromJson(json), json);
    for (String word : words) {
      assertTrue(error.getMessage().contains(word), error.getMessage());
    }
  }

  @Test
  void missingRequiredFieldIsAnErrorThatNamesFieldAndPath() {
    assertRefused("{\"status\":\"processing\"}", "sent_at", "$");
  }

  @Test
  void pathLeadsToTheFieldWithin() {
    JsonDataException error =
        assertThrows(
            JsonDataException.class,
            () ->
                MOSHI
                    .adapter(HTTPValidationError.class)
                    .fromJson("{\"detail\":[{\"loc\":[],\"type\":\"t\"}]}"));

    assertTrue(error.getMessage().contains("msg"), error.getMessage());
    assertTrue(error.getMessage().contains("$.detail[0]"), error.getMessage());
  }

  @Test
  void wrongTypesAreErrorsThatNameThePath() {
    String rest = ",\"status\":\"s\",\"sent_at\":\"t\"}";
    assertRefused("{\"success\":\"yes\"" + rest, "$.success");
    assertRefused("{\"success\":1" + rest, "$.success");
    assertRefused("{\"runtime\":\"1.5\"" + rest, "$.runtime");
    assertRefused("{\"processor_id\":5" + rest, "$.processor_id");
    assertRefused("{\"pipeline_params\":[]" + rest, "$.pipeline_params");
    assertRefused("{\"status\":null,\"sent_at\":\"t\"}", "$.status");
  }

  @Test
  void brokenJsonIsAnIoError() {
    assertThrows(JsonEncodingException.class, () -> STATUS.fromJson("<html>"));
    assertThrows(EOFException.class, () -> STATUS.fromJson("{\"status\":"));
  }

  @Test
  void freeFormKeepsWholeNumbersBigNumbersAndNulls() throws IOException {
    Map<String, Object> params =
        status(
                ",\"pipeline_params\":{\"n\":3,\"big\":123456789012345678901234567890,"
                    + "\"half\":0.5,\"none\":null,\"deep\":{\"list\":[1,null,\"x\"]}}")
            .pipelineParams();

    assertEquals(3L, params.get("n"));
    assertEquals(new BigInteger("123456789012345678901234567890"), params.get("big"));
    assertEquals(0.5, params.get("half"));
    assertTrue(params.containsKey("none"));
    assertNull(params.get("none"));
    assertEquals(Arrays.asList(1L, null, "x"), ((Map<?, ?>) params.get("deep")).get("list"));
  }

  @Test
  void roundTripChangesNothing() throws IOException {
    String json =
        "{\"status\":\"completed\",\"processor_id\":null,\"sent_at\":\"t\",\"runtime\":1.5,"
            + "\"pipeline_params\":{\"n\":3,\"none\":null},\"new_field\":{\"a\":[1]}}";

    assertEquals(json, STATUS.toJson(STATUS.fromJson(json)));
  }

  @Test
  void unknownFieldsAreKept() throws IOException {
    CustomProcessorStatusResponse status = status(",\"brand_new\":7");

    assertEquals(7L, status.additionalProperties().get("brand_new"));
  }

  @Test
  void absentIsToldApartFromNull() throws IOException {
    assertFalse(status("").hasProcessorId());
    assertTrue(status(",\"processor_id\":null").hasProcessorId());
    assertNull(status(",\"processor_id\":null").processorId());
  }

  @Test
  void defaultIsAppliedButNotWritten() throws IOException {
    JsonAdapter<CustomProcessorInitialResponse> adapter =
        MOSHI.adapter(CustomProcessorInitialResponse.class);

    CustomProcessorInitialResponse response = adapter.fromJson("{\"response_check_url\":\"u\"}");

    assertTrue(response.success());
    assertEquals("{\"response_check_url\":\"u\"}", adapter.toJson(response));
  }

  @Test
  void locOfAValidationErrorMixesTextAndNumbers() throws IOException {
    String json =
        "{\"detail\":[{\"loc\":[\"body\",\"files\",0],\"msg\":\"m\",\"type\":\"t\","
            + "\"input\":null,\"ctx\":{\"limit\":3}}]}";
    JsonAdapter<HTTPValidationError> adapter = MOSHI.adapter(HTTPValidationError.class);

    HTTPValidationError error = adapter.fromJson(json);

    ValidationError detail = error.detail().get(0);
    assertEquals(
        Arrays.asList(
            ValidationErrorLocItem.of("body"),
            ValidationErrorLocItem.of("files"),
            ValidationErrorLocItem.of(0)),
        detail.loc());
    assertTrue(detail.loc().get(2).isLong());
    assertEquals(0, detail.loc().get(2).asLong());
    assertEquals(json, adapter.toJson(error));
  }

  @Test
  void buildNamesTheMissingField() {
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class,
            () -> CustomProcessorStatusResponse.builder().status("x").build());

    assertTrue(error.getMessage().contains("sent"), error.getMessage());
  }
}
