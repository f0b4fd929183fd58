package io.github.datalab4j.benchmarks.load;

import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.Datalab;
import io.github.datalab4j.DatalabEventListener;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.ProcessorStatus;
import io.github.datalab4j.RequestBudget;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;

/** The facade as a user has it: the result of a job, with deadline, budget, errors and events. */
final class FacadeWaiting implements Waiting {
  private final Datalab datalab;
  private final boolean submits;

  private FacadeWaiting(boolean submits, Runnable polled) {
    this.submits = submits;
    datalab =
        Datalab.builder()
            .apiKey("test-key")
            .baseUrl("http://127.0.0.1:1")
            .requestBudget(RequestBudget.perMinute(1_000_000))
            .pollPolicy(
                PollPolicy.fixed(HOURS_BETWEEN_POLLS, TimeUnit.HOURS).toBuilder()
                    .deadline(10, TimeUnit.HOURS)
                    .build())
            .configureOkHttp(http -> http.addInterceptor(new ProcessingAnswer()))
            .eventListener(
                new DatalabEventListener() {
                  @Override
                  public void polled(String token, long number, ProcessorStatus status) {
                    polled.run();
                  }
                })
            .build();
  }

  /** Jobs that this process submits. */
  static Waiting submitting(Runnable polled) {
    return new FacadeWaiting(true, polled);
  }

  /** Jobs that were submitted before. */
  static Waiting resuming(Runnable polled) {
    return new FacadeWaiting(false, polled);
  }

  @Override
  public void watch(String job) {
    CustomProcessors processors = datalab.customProcessors();
    GenerationJob watched =
        submits
            ? processors.iterate("cp_12345", Iteration.builder(job).build())
            : processors.job(job);
    Disposable unused = watched.result().subscribe(Ends::seen, Ends::failed);
  }
}
