package io.github.datalab4j.benchmarks.size;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.gson.Gson;
import com.squareup.moshi.Moshi;
import io.github.datalab4j.Datalab;
import io.github.datalab4j.benchmarks.probe.Code;
import io.github.datalab4j.client.ApiClient;
import io.gsonfire.GsonFireBuilder;
import io.reactivex.rxjava3.core.Single;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.ParametersAreNonnullByDefault;
import javax.annotation.PostConstruct;
import kotlin.Unit;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.apache.oltu.oauth2.client.OAuthClient;
import org.jetbrains.annotations.NotNull;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import retrofit2.Retrofit;
import retrofit2.adapter.rxjava3.RxJava3CallAdapterFactory;
import retrofit2.converter.gson.GsonConverterFactory;
import retrofit2.converter.scalars.ScalarsConverterFactory;

/**
 * The same job by one of three libraries.
 *
 * @param own a class of each jar that is the library
 * @param needed a class of each jar that it needs and not all of them need
 */
record Program(String text, Class<?> main, List<Class<?>> own, List<Class<?>> needed) {
  static final List<Program> ALL =
      List.of(
          new Program(
              "datalab4j's client",
              ByClient.class,
              List.of(ApiClient.class),
              List.of(Moshi.class, Nullable.class)),
          new Program(
              "stock client",
              ByStockClient.class,
              List.of(io.github.datalab4j.benchmarks.stock.ApiClient.class),
              List.of(
                  Gson.class,
                  CanIgnoreReturnValue.class,
                  GsonFireBuilder.class,
                  GsonConverterFactory.class,
                  ScalarsConverterFactory.class,
                  OAuthClient.class,
                  Logger.class,
                  PostConstruct.class,
                  ParametersAreNonnullByDefault.class)),
          new Program(
              "datalab4j's facade",
              ByFacade.class,
              List.of(Datalab.class, ApiClient.class),
              List.of(Moshi.class, Nullable.class)));

  private static final List<Class<?>> NEEDED_BY_ALL =
      List.of(
          Retrofit.class,
          RxJava3CallAdapterFactory.class,
          OkHttpClient.class,
          Buffer.class,
          Unit.class,
          NotNull.class,
          Single.class,
          Publisher.class);

  long ownBytes() throws IOException {
    return bytes(own.stream().map(Code::of).toList());
  }

  long allBytes() throws IOException {
    return bytes(jars());
  }

  /** The jars that the program is made of, but for its own class. */
  List<Path> jars() {
    return Stream.of(own, needed, NEEDED_BY_ALL)
        .flatMap(List::stream)
        .map(Code::of)
        .distinct()
        .toList();
  }

  private static long bytes(List<Path> jars) throws IOException {
    long bytes = 0;
    for (Path jar : jars) {
      try (Stream<Path> files = Files.walk(jar)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          bytes += Files.size(file);
        }
      }
    }
    return bytes;
  }
}
