package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.client.ApiClient;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Path;

/** Polls by Retrofit and Moshi alone, and a timer of the JDK's. */
final class BareTicks implements TickProbe.Ticks {
  static final String TIMER = "timer";

  private final OkHttpClient client = new OkHttpClient();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, TIMER));
  private final StatusApi api;

  BareTicks(String url) {
    api = api(client, url);
  }

  static StatusApi api(OkHttpClient client, String url) {
    return new Retrofit.Builder()
        .baseUrl(url)
        .client(client)
        .addConverterFactory(MoshiConverterFactory.create(ApiClient.moshi().build()))
        .build()
        .create(StatusApi.class);
  }

  @Override
  public void run(int polls) throws Exception {
    CompletableFuture<CustomProcessorStatusResponse> last = new CompletableFuture<>();
    poll(polls, last);
    last.get(5, TimeUnit.MINUTES);
  }

  private void poll(int left, CompletableFuture<CustomProcessorStatusResponse> last) {
    api.status("key", "benchmark")
        .enqueue(
            new Callback<>() {
              @Override
              public void onResponse(
                  Call<CustomProcessorStatusResponse> call,
                  Response<CustomProcessorStatusResponse> response) {
                if (left == 1) {
                  last.complete(response.body());
                } else {
                  ScheduledFuture<?> unused =
                      timer.schedule(() -> poll(left - 1, last), GAP_MILLIS, TimeUnit.MILLISECONDS);
                }
              }

              @Override
              public void onFailure(Call<CustomProcessorStatusResponse> call, Throwable error) {
                last.completeExceptionally(error);
              }
            });
  }

  @Override
  public void close() {
    timer.shutdownNow();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  interface StatusApi {
    @GET("api/v1/custom_pipelines/{lookup_key}")
    Call<CustomProcessorStatusResponse> status(
        @Path("lookup_key") String lookupKey, @Header("X-API-Key") String key);
  }
}
