package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** That nothing is undeliverable is for the rule to say that every test runs under. */
class TimeLimitTest {
  private final TestScheduler time = new TestScheduler();
  private final Call call = new Call();
  private final TestObserver<String> observer =
      TimeLimit.of(call, 100, time, TimeoutException::new).test();

  @Test
  void errorThatComesAsTheTimeIsUpIsDropped() {
    time.advanceTimeBy(100, MILLISECONDS);
    call.observer.onError(new IOException("broken"));

    observer.assertFailure(TimeoutException.class);
  }

  @Test
  void valueThatComesAsTheTimeIsUpIsDropped() {
    time.advanceTimeBy(100, MILLISECONDS);
    call.observer.onSuccess("late");

    observer.assertFailure(TimeoutException.class);
  }

  @Test
  void callIsDisposedAtTheEndOfItsTime() {
    time.advanceTimeBy(99, MILLISECONDS);
    assertFalse(call.disposable.isDisposed());

    time.advanceTimeBy(1, MILLISECONDS);

    assertTrue(call.disposable.isDisposed());
  }

  @Test
  void valueInTimeIsTheEnd() {
    call.observer.onSuccess("in time");
    time.advanceTimeBy(100, MILLISECONDS);

    observer.assertResult("in time");
  }

  @Test
  void errorInTimeIsTheEnd() {
    call.observer.onError(new IOException("broken"));
    time.advanceTimeBy(100, MILLISECONDS);

    observer.assertFailure(IOException.class);
  }

  /** Signals whatever it is told to, disposed or not, as a call that fails meanwhile may. */
  private static final class Call extends Single<String> {
    final Disposable disposable = Disposable.empty();
    SingleObserver<? super String> observer;

    @Override
    protected void subscribeActual(SingleObserver<? super String> observer) {
      this.observer = observer;
      observer.onSubscribe(disposable);
    }
  }
}
