package io.github.datalab4j.benchmarks.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.Gson;
import com.squareup.moshi.Moshi;
import io.github.datalab4j.client.ApiClient;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okio.Buffer;

/** Decodes one status, and makes no more than that takes. */
public final class FirstDecode {
  private FirstDecode() {}

  /** By that library, whose classes need not be loaded yet. */
  public static Object status(Library library, byte[] json) throws IOException {
    return Objects.requireNonNull(
        switch (library) {
          case DATALAB4J ->
              ApiClient.moshi()
                  .build()
                  .adapter(CustomProcessorStatusResponse.class)
                  .fromJson(new Buffer().write(json));
          case MOSHI_REFLECTIVE ->
              new Moshi.Builder()
                  .build()
                  .adapter(Pojos.Status.class)
                  .fromJson(new Buffer().write(json));
          case GSON ->
              new Gson().fromJson(new String(json, StandardCharsets.UTF_8), Pojos.Status.class);
          case JACKSON ->
              JsonMapper.builder()
                  .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                  .build()
                  .readValue(json, Pojos.Status.class);
        });
  }
}
