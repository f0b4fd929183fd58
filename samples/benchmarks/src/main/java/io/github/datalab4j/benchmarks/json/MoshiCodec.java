package io.github.datalab4j.benchmarks.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.datalab4j.benchmarks.json.Body.Kind;
import java.io.IOException;
import java.util.Objects;
import okio.Buffer;

/** Moshi's own adapter for classes, by reflection. */
final class MoshiCodec implements Codec {
  private final Moshi moshi = new Moshi.Builder().build();
  private final JsonAdapter<Pojos.Status> status = moshi.adapter(Pojos.Status.class);
  private final JsonAdapter<Pojos.Initial> initial = moshi.adapter(Pojos.Initial.class);
  private final JsonAdapter<Pojos.Refused> refused = moshi.adapter(Pojos.Refused.class);
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
