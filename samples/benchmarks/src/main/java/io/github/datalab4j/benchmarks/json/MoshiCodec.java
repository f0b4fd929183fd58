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

/** Moshi, with one of two kinds of adapters. */
final class MoshiCodec implements Codec {
  private final JsonAdapter<?> status;
  private final JsonAdapter<?> initial;
  private final JsonAdapter<?> refused;
  private final Buffer buffer = new Buffer();

  private MoshiCodec(Moshi moshi, Class<?> status, Class<?> initial, Class<?> refused) {
    this.status = moshi.adapter(status);
    this.initial = moshi.adapter(initial);
    this.refused = moshi.adapter(refused);
  }

  /** Our generated adapters, by the Moshi that the client builds. */
  static MoshiCodec generated() {
    return new MoshiCodec(
        ApiClient.moshi().build(),
        CustomProcessorStatusResponse.class,
        CustomProcessorInitialResponse.class,
        HTTPValidationError.class);
  }

  /** Moshi's own adapter for classes. */
  static MoshiCodec reflective() {
    return new MoshiCodec(
        new Moshi.Builder().build(), Pojos.Status.class, Pojos.Initial.class, Pojos.Refused.class);
  }

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
