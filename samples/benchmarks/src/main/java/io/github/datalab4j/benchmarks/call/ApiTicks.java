package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Calls by the client for any operation, without the loop that watches: a timer repeats them. */
final class ApiTicks implements TickProbe.Ticks {
  private final Datalab datalab;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, BareTicks.TIMER));
  private final Single<CustomProcessorStatusResponse> call;

  ApiTicks(String url) {
    datalab = FacadeTicks.client(url);
    call = datalab.api(StatusApi.class).status("key");
  }

  @Override
  public void run(int polls) throws Exception {
    CompletableFuture<CustomProcessorStatusResponse> last = new CompletableFuture<>();
    poll(polls, last);
    last.get(5, TimeUnit.MINUTES);
  }

  private void poll(int left, CompletableFuture<CustomProcessorStatusResponse> last) {
    Disposable unused =
        call.subscribe(
            status -> {
              if (left == 1) {
                last.complete(status);
              } else {
                Future<?> unusedTask =
                    timer.schedule(() -> poll(left - 1, last), GAP_MILLIS, TimeUnit.MILLISECONDS);
              }
            },
            last::completeExceptionally);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    datalab.close();
  }

  interface StatusApi {
    @GET("api/v1/custom_pipelines/{lookup_key}")
    Single<CustomProcessorStatusResponse> status(@Path("lookup_key") String lookupKey);
  }
}
