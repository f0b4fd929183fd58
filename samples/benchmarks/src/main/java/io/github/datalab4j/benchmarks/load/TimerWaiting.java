package io.github.datalab4j.benchmarks.load;

import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The least that RxJava can do: after each poll a {@code timer} whose observer polls again. */
final class TimerWaiting implements Waiting {
  private final Runnable polled;

  TimerWaiting(Runnable polled) {
    this.polled = polled;
  }

  @Override
  public void watch(String job) {
    new Loop(job).poll();
  }

  private final class Loop {
    private final String job;
    private @Nullable CustomProcessorStatusResponse last;

    Loop(String job) {
      this.job = job;
    }

    private void poll() {
      CustomProcessorStatusResponse answer = ProcessingAnswer.decoded();
      last = answer;
      if (answer.status().equals("processing")) {
        Disposable unused =
            Single.timer(HOURS_BETWEEN_POLLS, TimeUnit.HOURS)
                .subscribe(tick -> poll(), Ends::failed);
        polled.run();
      } else {
        Ends.seen(this);
      }
    }

    @Override
    public String toString() {
      return job + " " + last;
    }
  }
}
