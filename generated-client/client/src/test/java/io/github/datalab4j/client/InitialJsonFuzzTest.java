package io.github.datalab4j.client;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.datalab4j.client.model.CustomProcessorInitialResponse;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers to a submission. */
final class InitialJsonFuzzTest {
  private static final JsonOracle<CustomProcessorInitialResponse> ORACLE =
      new JsonOracle<>(CustomProcessorInitialResponse.class);

  static Stream<byte[]> texts() {
    return JsonOracle.seeds(
        "{\"success\":true,\"response_check_url\":\"/api/v1/custom_pipelines/k\"}",
        "{\"success\":false,\"error\":\"full\",\"response_check_url\":\"\",\"versions\":{}}",
        "{\"success\":\"true\",\"response_check_url\":null}",
        "{\"success\":true,\"success\":false}",
        "[]");
  }

  @MethodSource("texts")
  @FuzzTest
  void isRefusedOrWrittenAsItWasRead(byte[] json) {
    ORACLE.check(json, value -> value.toBuilder().build());
  }
}
