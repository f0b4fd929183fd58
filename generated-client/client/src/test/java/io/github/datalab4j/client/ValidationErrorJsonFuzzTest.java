package io.github.datalab4j.client;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.datalab4j.client.model.HTTPValidationError;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a request: places by name or number, a union, and free-form context. */
final class ValidationErrorJsonFuzzTest {
  private static final JsonOracle<HTTPValidationError> ORACLE =
      new JsonOracle<>(HTTPValidationError.class);

  static Stream<byte[]> texts() {
    return JsonOracle.seeds(
        "{\"detail\":[{\"loc\":[\"body\",0,\"files\"],\"msg\":\"m\",\"type\":\"missing\"}]}",
        "{\"detail\":[{\"loc\":[1.5,1e3,-0,99999999999999999999,{\"a\":[]},true],\"msg\":\"\","
            + "\"type\":\"\",\"ctx\":{\"limit\":1e99999999999},\"input\":null}]}",
        "{\"detail\":[{\"loc\":[null],\"msg\":\"m\",\"type\":\"t\"}]}",
        "{\"detail\":[{\"loc\":\"body\"}]}",
        "{\"detail\":\"text\"}",
        "{}");
  }

  @MethodSource("texts")
  @FuzzTest
  void isRefusedOrWrittenAsItWasRead(byte[] json) {
    ORACLE.check(json, value -> value.toBuilder().build());
  }
}
