package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a loop gets just as nobody, or nothing, waits for it any more. */
class PollLoopLeavingTest {
  private final PollLoopFixture f = new PollLoopFixture();
  private final TestObserver<String> seen = new TestObserver<>();
  private final Timer timer = new Timer();

  @Test
  void timerThatIsBeingSetIsStopped() {
    timer.whileScheduling = seen::dispose;

    loop(permit -> Single.never()).values().subscribe(seen);

    assertTrue(timer.tasks.get(0).isDisposed());
  }

  @Test
  void requestThatIsBeingSubscribedToIsDisposedOf() {
    Disposable upstream = Disposable.empty();
    Single<PollAnswer<String>> request =
        new Single<PollAnswer<String>>() {
          @Override
          protected void subscribeActual(SingleObserver<? super PollAnswer<String>> observer) {
            seen.dispose();
            observer.onSubscribe(upstream);
          }
        };
    loop(permit -> request).values().subscribe(seen);

    f.time.triggerActions();

    assertTrue(upstream.isDisposed());
    assertTrue(timer.tasks.stream().allMatch(Disposable::isDisposed));
  }

  @Test
  void permitIsNotWaitedForOnceTheTimerTakesNothingMore() {
    CompletableSubject permit = CompletableSubject.create();
    f.permit = permit;
    loop(held -> Single.never()).values().subscribe(seen);
    timer.refuses = true;

    f.time.triggerActions();

    seen.assertError(RejectedExecutionException.class);
    assertFalse(permit.hasObservers());
  }

  private PollLoop<String> loop(Function<Permit, Single<PollAnswer<String>>> poll) {
    return PollLoopFixture.loop(
        poll,
        "done"::equals,
        PollPolicy.fixed(1, SECONDS),
        f.budget,
        timer,
        new Random(1),
        new PollLoopFixture.LoopErrors());
  }

  private final class Timer extends Scheduler {
    final List<Disposable> tasks = new ArrayList<>();
    Runnable whileScheduling = () -> {};
    boolean refuses;

    @Override
    public Disposable scheduleDirect(Runnable run, long delay, TimeUnit unit) {
      if (refuses) {
        return Disposable.disposed();
      }
      Disposable task = f.time.scheduleDirect(run, delay, unit);
      whileScheduling.run();
      tasks.add(task);
      return task;
    }

    @Override
    public Worker createWorker() {
      return f.time.createWorker();
    }
  }
}
