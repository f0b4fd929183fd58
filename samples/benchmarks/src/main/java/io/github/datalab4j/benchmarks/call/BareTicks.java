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
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Path;

/**
 * Polls by Retrofit and Moshi alone, and a timer of the JDK's; each answer may be told on a thread
 * for observers, as who watches jobs has to, and each call may have a limit.
 */
final class BareTicks implements Ticks {
  static final String TIMER = "timer";

  private static final long LIMIT_MINUTES = 1;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, TIMER));
  private final Scheduler.@Nullable Worker observers;
  private final boolean limited;
  private final StatusApi api;
  volatile @Nullable CustomProcessorStatusResponse told;

  private BareTicks(
      Call.Factory calls, String url, Scheduler.@Nullable Worker observers, boolean limited) {
    this.observers = observers;
    this.limited = limited;
    this.api = api(calls, url);
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Nothing is added. */
  static BareTicks alone(String url) {
    return new BareTicks(new OkHttpClient(), url, null, false);
  }

  /** Each answer is told on a thread for observers, after the next poll is set. */
  static BareTicks told(String url) {
    return new BareTicks(new OkHttpClient(), url, Schedulers.computation().createWorker(), false);
  }

  /** The same, by calls that are copied as ours are, and have a limit as ours have. */
  static BareTicks copied(String url) {
    return new BareTicks(new Copies(), url, Schedulers.computation().createWorker(), true);
  }

  static StatusApi api(Call.Factory calls, String url) {
    return new Retrofit.Builder()
        .baseUrl(url)
        .callFactory(calls)
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
    retrofit2.Call<CustomProcessorStatusResponse> call = api.status("key", "benchmark");
    Future<?> limit =
        limited ? timer.schedule(call::cancel, LIMIT_MINUTES, TimeUnit.MINUTES) : null;
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(
              retrofit2.Call<CustomProcessorStatusResponse> call,
              Response<CustomProcessorStatusResponse> response) {
            if (limit != null) {
              limit.cancel(false);
            }
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
          public void onFailure(
              retrofit2.Call<CustomProcessorStatusResponse> call, Throwable error) {
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
    retrofit2.Call<CustomProcessorStatusResponse> status(
        @Path("lookup_key") String lookupKey, @Header("X-API-Key") String key);
  }
}
