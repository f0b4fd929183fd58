package io.github.datalab4j.benchmarks.json;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import io.github.datalab4j.benchmarks.json.Body.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Gson reads characters only; through a String is its fastest way from bytes. */
final class GsonCodec implements Codec {
  private final Gson gson = new Gson();
  private final TypeAdapter<Pojos.Status> status = gson.getAdapter(Pojos.Status.class);
  private final TypeAdapter<Pojos.Initial> initial = gson.getAdapter(Pojos.Initial.class);
  private final TypeAdapter<Pojos.Refused> refused = gson.getAdapter(Pojos.Refused.class);

  @Override
  public Object decode(Kind kind, byte[] json) throws IOException {
    TypeAdapter<?> adapter =
        switch (kind) {
          case STATUS -> status;
          case INITIAL -> initial;
          case REFUSED -> refused;
        };
    return Objects.requireNonNull(adapter.fromJson(new String(json, StandardCharsets.UTF_8)));
  }
}
