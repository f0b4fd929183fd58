package io.github.datalab4j.benchmarks.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.datalab4j.benchmarks.json.Body.Kind;
import io.github.datalab4j.client.ApiClient;
import io.github.datalab4j.client.model.CustomProcessorInitialResponse;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import io.github.datalab4j.client.model.HTTPValidationError;
import java.io.IOException;
import java.util.Objects;
import okio.Buffer;

/** Our generated adapters, by the Moshi that the client builds. */
final class GeneratedCodec implements Codec {
  private final Moshi moshi = ApiClient.moshi().build();
  private final JsonAdapter<CustomProcessorStatusResponse> status =
      moshi.adapter(CustomProcessorStatusResponse.class);
  private final JsonAdapter<CustomProcessorInitialResponse> initial =
      moshi.adapter(CustomProcessorInitialResponse.class);
  private final JsonAdapter<HTTPValidationError> refused = moshi.adapter(HTTPValidationError.class);
  private final Buffer buffer = new Buffer();

  @Override
  public Object decode(Kind kind, byte[] json) throws IOException {
    JsonAdapter<?> adapter =
        switch (kind) {
          case STATUS -> status;
          case INITIAL -> initial;
          case REFUSED -> refused;
        };
    return Objects.requireNonNull(adapter.fromJson(buffer.write(json)));
  }
}
