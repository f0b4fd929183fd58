package io.github.datalab4j.benchmarks.start;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.Gson;
import com.squareup.moshi.Moshi;
import io.github.datalab4j.benchmarks.json.Body;
import io.github.datalab4j.benchmarks.json.Pojos;
import io.github.datalab4j.benchmarks.probe.Probe;
import io.github.datalab4j.benchmarks.probe.Reading;
import io.github.datalab4j.client.ApiClient;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kotlin.Unit;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** From nothing to the first status decoded, by no more than that takes. */
public final class DecodeStart implements Probe {
  static final String METRIC = "first decode";
  private static final String OURS = "datalab4j";
  private static final String MOSHI = "moshi reflective";
  private static final String GSON = "gson";
  private static final String JACKSON = "jackson";
  static final List<String> PEERS = List.of(OURS, MOSHI, GSON, JACKSON);

  /** A class of each jar that the peer needs. */
  static List<Class<?>> needed(String peer) {
    return switch (peer) {
      case OURS -> List.of(ApiClient.class, Moshi.class, Buffer.class, Unit.class);
      case MOSHI -> List.of(Moshi.class, Buffer.class, Unit.class);
      case GSON -> List.of(Gson.class);
      case JACKSON -> List.of(ObjectMapper.class, JsonParser.class, JacksonAnnotation.class);
      default -> throw new IllegalArgumentException("No such peer: " + peer);
    };
  }

  @Override
  public List<Reading> read(String peer, boolean smoke) throws Exception {
    byte[] json = Body.COMPLETED.bytes();
    return FirstUse.of(METRIC, () -> status(peer, json));
  }

  private static @Nullable Object status(String peer, byte[] json) throws IOException {
    return switch (peer) {
      case OURS -> ByOurs.status(json);
      case MOSHI -> ByMoshi.status(json);
      case GSON -> ByGson.status(json);
      case JACKSON -> ByJackson.status(json);
      default -> throw new IllegalArgumentException("No such peer: " + peer);
    };
  }

  /** Each in a class of its own, as verifying it loads classes of its library. */
  private static final class ByOurs {
    static @Nullable Object status(byte[] json) throws IOException {
      return ApiClient.moshi()
          .build()
          .adapter(CustomProcessorStatusResponse.class)
          .fromJson(new Buffer().write(json));
    }
  }

  private static final class ByMoshi {
    static @Nullable Object status(byte[] json) throws IOException {
      return new Moshi.Builder()
          .build()
          .adapter(Pojos.Status.class)
          .fromJson(new Buffer().write(json));
    }
  }

  private static final class ByGson {
    static @Nullable Object status(byte[] json) {
      return new Gson().fromJson(new String(json, StandardCharsets.UTF_8), Pojos.Status.class);
    }
  }

  private static final class ByJackson {
    static @Nullable Object status(byte[] json) throws IOException {
      return JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(json, Pojos.Status.class);
    }
  }
}
