package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.client.ApiClient;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Path;

/**
 * Polls by Retrofit and Moshi alone, and a timer of the JDK's; each answer may be told on a thread
 * for observers, as who watches jobs has to.
 */
final class BareTicks implements Ticks {
  static final String TIMER = "timer";

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, TIMER));
  private final Scheduler.@Nullable Worker observers;
  private final StatusApi api;
  volatile @Nullable CustomProcessorStatusResponse told;

  private BareTicks(String url, Scheduler.@Nullable Worker observers) {
    this.observers = observers;
    this.api = api(new OkHttpClient(), url);
  }

  /** Nothing is added. */
  static BareTicks alone(String url) {
    return new BareTicks(url, null);
  }

  /** Each answer is told on a thread for observers, after the next poll is set. */
  static BareTicks told(String url) {
    return new BareTicks(url, Schedulers.computation().createWorker());
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
    Call<CustomProcessorStatusResponse> call = api.status("key", "benchmark");
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(
              Call<CustomProcessorStatusResponse> call,
              Response<CustomProcessorStatusResponse> response) {
            if (left > 1) {
              Future<?> unused =
                  timer.schedule(() -> poll(left - 1, last), GAP_MILLIS, TimeUnit.MILLISECONDS);
            }
            tell(response.body());
            if (left == 1) {
              last.complete(response.body());
            }
          }

          @Override
          public void onFailure(Call<CustomProcessorStatusResponse> call, Throwable error) {
            last.completeExceptionally(error);
          }
        });
  }

  private void tell(CustomProcessorStatusResponse status) {
    if (observers != null) {
      Disposable unused = observers.schedule(() -> told = status);
    }
  }

  interface StatusApi {
    @GET("api/v1/custom_pipelines/{lookup_key}")
    Call<CustomProcessorStatusResponse> status(
        @Path("lookup_key") String lookupKey, @Header("X-API-Key") String key);
  }
}
