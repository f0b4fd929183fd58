package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.subjects.SingleSubject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leaving the result of a job, at each of its two stages and between them. */
class JobResultTest {
  private final JobFixture jobs = new JobFixture();
  private final SingleSubject<JobWatch> accepted = SingleSubject.create();
  private final List<Disposable> handed = new ArrayList<>();
  private final Single<GeneratedProcessor> result =
      new JobResult(accepted).doOnSubscribe(handed::add);

  @Test
  void beforeTheJobIsAcceptedEndsTheWaitForThat() {
    TestObserver<GeneratedProcessor> observer = result.test();
    assertFalse(handed.get(0).isDisposed());

    observer.dispose();

    assertTrue(handed.get(0).isDisposed());
    assertFalse(accepted.hasObservers());
  }

  @Test
  void afterThatEndsThePolling() {
    TestObserver<GeneratedProcessor> observer = result.test();
    accepted.onSuccess(jobs.watch());
    jobs.seconds(1);
    assertEquals(1, jobs.polls.asked);

    observer.dispose();

    assertEquals(1, jobs.polls.cancelled);
    assertTrue(handed.get(0).isDisposed());
  }

  @Test
  void justAsItIsAcceptedBeginsNoPolling() {
    TestObserver<GeneratedProcessor> observer = new TestObserver<>();
    Single<JobWatch> acceptedAllTheSame =
        new Single<JobWatch>() {
          @Override
          protected void subscribeActual(SingleObserver<? super JobWatch> watches) {
            watches.onSubscribe(Disposable.empty());
            observer.dispose();
            watches.onSuccess(jobs.watch());
          }
        };

    new JobResult(acceptedAllTheSame).subscribe(observer);
    jobs.seconds(5);

    assertEquals(0, jobs.polls.asked);
    observer.assertEmpty();
  }

  @Test
  void twiceIsLeavingOnce() {
    Counted source = new Counted();
    TestObserver<GeneratedProcessor> observer =
        new JobResult(new Accepting(source)).doOnSubscribe(handed::add).test();

    observer.dispose();
    handed.get(0).dispose();

    assertTrue(handed.get(0).isDisposed());
    assertEquals(1, source.disposals);
  }

  /** Accepted at no time. */
  private static final class Accepting extends Single<JobWatch> {
    private final Disposable source;

    Accepting(Disposable source) {
      this.source = source;
    }

    @Override
    protected void subscribeActual(SingleObserver<? super JobWatch> watches) {
      watches.onSubscribe(source);
    }
  }

  /** Unlike those of the library, it tells one disposal from two. */
  private static final class Counted implements Disposable {
    int disposals;

    @Override
    public void dispose() {
      disposals++;
    }

    @Override
    public boolean isDisposed() {
      return disposals > 0;
    }
  }
}
