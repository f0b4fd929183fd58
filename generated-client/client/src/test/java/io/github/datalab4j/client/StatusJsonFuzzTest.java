package io.github.datalab4j.client;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers about a job: text, numbers, free-form parameters, fields that nobody documents. */
final class StatusJsonFuzzTest {
  private static final JsonOracle<CustomProcessorStatusResponse> ORACLE =
      new JsonOracle<>(CustomProcessorStatusResponse.class);

  static Stream<byte[]> texts() {
    return JsonOracle.seeds(
        "{\"status\":\"completed\",\"sent_at\":\"t\",\"success\":true,\"runtime\":1.5,"
            + "\"pipeline_params\":{\"a\":[1,null,{\"b\":9223372036854775808}]},\"new\":-1e400}",
        "{\"status\":\"x\",\"sent_at\":\"t\",\"processor_id\":null,\"runtime\":1e999,\"\":\"\"}",
        "{\"status\":\"\\u0000\",\"sent_at\":\"\\ud800\",\"x\":0.1000,\"x\":[[[[{}]]]]}",
        "{\"status\":1}",
        "{\"status\":\"a\"",
        "null");
  }

  @MethodSource("texts")
  @FuzzTest
  void isRefusedOrWrittenAsItWasRead(byte[] json) {
    ORACLE.check(json, value -> value.toBuilder().build());
  }
}
