package io.github.datalab4j.benchmarks.start;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.squareup.moshi.Moshi;
import io.github.datalab4j.Datalab;
import io.github.datalab4j.benchmarks.call.ServerProcess;
import io.github.datalab4j.benchmarks.json.Body;
import io.github.datalab4j.benchmarks.json.Pojos;
import io.github.datalab4j.benchmarks.probe.Probe;
import io.github.datalab4j.benchmarks.probe.Reading;
import io.github.datalab4j.client.ApiClient;
import io.github.datalab4j.client.api.CustomPipelinesDeprecatedApi;
import io.reactivex.rxjava3.core.Single;
import java.util.List;
import java.util.stream.Stream;
import kotlin.Unit;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.reactivestreams.Publisher;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.adapter.rxjava3.RxJava3CallAdapterFactory;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** From nothing to the first answer, over loopback, by Retrofit with RxJava. */
public final class CallStart implements Probe {
  static final String METRIC = "first call";
  private static final String RAW = "datalab4j";
  private static final String MOSHI = "moshi reflective";
  private static final String JACKSON = "jackson";
  private static final String FACADE = "datalab4j's facade";
  static final List<String> PEERS = List.of(RAW, MOSHI, JACKSON, FACADE);

  /** A method, so that the probe itself loads none of them. */
  private static List<Class<?>> neededByAll() {
    return List.of(
        Retrofit.class,
        RxJava3CallAdapterFactory.class,
        Single.class,
        Publisher.class,
        OkHttpClient.class,
        Buffer.class,
        Unit.class);
  }

  /** A class of each jar that the peer needs. */
  static List<Class<?>> needed(String peer) {
    List<Class<?>> own =
        switch (peer) {
          case RAW -> List.of(ApiClient.class, Moshi.class);
          case MOSHI -> List.of(MoshiConverterFactory.class, Moshi.class);
          case JACKSON ->
              List.of(
                  JacksonConverterFactory.class,
                  ObjectMapper.class,
                  JsonParser.class,
                  JacksonAnnotation.class);
          case FACADE -> List.of(Datalab.class, ApiClient.class, Moshi.class);
          default -> throw new IllegalArgumentException("No such peer: " + peer);
        };
    return Stream.of(own, neededByAll()).<Class<?>>flatMap(List::stream).toList();
  }

  @Override
  public List<Reading> read(String peer, boolean smoke) throws Exception {
    try (ServerProcess server = ServerProcess.start(Body.COMPLETED)) {
      return FirstUse.of(METRIC, () -> call(peer, server.url()));
    }
  }

  private static Object call(String peer, String url) {
    return switch (peer) {
      case RAW -> ByClient.call(url);
      case MOSHI -> ByMoshi.call(url);
      case JACKSON -> ByJackson.call(url);
      case FACADE -> ByFacade.call(url);
      default -> throw new IllegalArgumentException("No such peer: " + peer);
    };
  }

  /** Each in a class of its own, as verifying it loads classes of its libraries. */
  private static final class ByClient {
    @SuppressWarnings("deprecation") // the document has no other operation for it
    static Object call(String url) {
      return ApiClient.retrofit(new OkHttpClient(), ApiClient.moshi().build())
          .baseUrl(url)
          .build()
          .create(CustomPipelinesDeprecatedApi.class)
          .getCustomPipelineStatus("key", null, null)
          .blockingGet();
    }
  }

  private static final class ByFacade {
    static Object call(String url) {
      try (Datalab datalab = Datalab.builder().apiKey("benchmark").baseUrl(url).build()) {
        return datalab.customProcessors().status("key").blockingGet();
      }
    }
  }

  private static final class ByMoshi {
    static Object call(String url) {
      return ByHand.call(url, MoshiConverterFactory.create(new Moshi.Builder().build()));
    }
  }

  private static final class ByJackson {
    static Object call(String url) {
      JsonMapper mapper =
          JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
      return ByHand.call(url, JacksonConverterFactory.create(mapper));
    }
  }

  private static final class ByHand {
    static Object call(String url, Converter.Factory converter) {
      return new Retrofit.Builder()
          .baseUrl(url)
          .client(new OkHttpClient())
          .addConverterFactory(converter)
          .addCallAdapterFactory(RxJava3CallAdapterFactory.create())
          .build()
          .create(StatusApi.class)
          .status("key")
          .blockingGet();
    }
  }

  interface StatusApi {
    @GET("api/v1/custom_pipelines/{lookup_key}")
    Single<Pojos.Status> status(@Path("lookup_key") String lookupKey);
  }
}
