package io.github.datalab4j.benchmarks.load;

import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;

/** The operator for it: {@code repeatWhen}, until a status is terminal, which is the result. */
final class RepeatWhenWaiting implements Waiting {
  private final Runnable polled;

  RepeatWhenWaiting(Runnable polled) {
    this.polled = polled;
  }

  @Override
  public void watch(String job) {
    Disposable unused =
        poll(job)
            .repeatWhen(ends -> ends.delay(HOURS_BETWEEN_POLLS, TimeUnit.HOURS))
            .takeUntil(status -> !status.status().equals("processing"))
            .lastOrError()
            .subscribe(Ends::seen, Ends::failed);
  }

  private Single<CustomProcessorStatusResponse> poll(String job) {
    return Single.fromCallable(
        () -> {
          CustomProcessorStatusResponse answer = ProcessingAnswer.decoded();
          polled.run();
          return job.isEmpty() ? ProcessingAnswer.decoded() : answer;
        });
  }
}
