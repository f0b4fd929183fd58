package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.functions.Predicate;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.reactivex.rxjava3.subjects.SingleSubject;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A loop over a scripted operation in virtual time. Values are texts; {@code "done"} is terminal.
 */
final class PollLoopFixture {
  final TestScheduler time = new TestScheduler();

  /** What the next requests answer; where it is empty, {@code "processing"}. */
  final Deque<Single<PollAnswer<String>>> script = new ArrayDeque<>();

  /** When each request was sent, in milliseconds. */
  final List<Long> requests = new ArrayList<>();

  /** The delays that the budget was told of by 429s. */
  final List<Long> throttles = new ArrayList<>();

  Completable permit = Completable.complete();
  int inFlight;
  int mostInFlight;
  int permits;

  final RequestBudget budget =
      new RequestBudget() {
        @Override
        public Completable acquire() {
          return Completable.defer(
              () -> {
                permits++;
                return permit;
              });
        }

        @Override
        public void throttled(long retryAfter, TimeUnit unit) {
          throttles.add(unit.toMillis(retryAfter));
        }
      };

  PollLoop<String> loop(PollPolicy policy) {
    return loop(policy, budget);
  }

  PollLoop<String> loop(PollPolicy policy, RequestBudget budget) {
    return loop(
        permit -> request(), "done"::equals, policy, budget, time, new Random(1), new LoopErrors());
  }

  /** A loop over any operation, with a budget, timer and random numbers of its own. */
  static <T> PollLoop<T> loop(
      Function<Permit, Single<PollAnswer<T>>> poll,
      Predicate<? super T> isTerminal,
      PollPolicy policy,
      RequestBudget budget,
      Scheduler timer,
      Random random,
      PollErrors<T> errors) {
    return new PollLoop<>(
        poll,
        isTerminal,
        policy,
        new JobContext(budget, timer, timer, random, ContainedListener.NONE, 0),
        errors);
  }

  PollLoop<String> everySecond() {
    return loop(PollPolicy.fixed(1, TimeUnit.SECONDS));
  }

  private Single<PollAnswer<String>> request() {
    return Single.defer(
        () -> {
          requests.add(time.now(TimeUnit.MILLISECONDS));
          mostInFlight = Math.max(mostInFlight, ++inFlight);
          Single<PollAnswer<String>> next = script.poll();
          return (next == null ? Single.just(PollAnswer.value("processing", 0)) : next)
              .doFinally(() -> inFlight--);
        });
  }

  PollLoopFixture value(String value) {
    script.add(Single.just(PollAnswer.value(value, 0)));
    return this;
  }

  PollLoopFixture value(String value, long retryAfterMillis) {
    script.add(Single.just(PollAnswer.value(value, retryAfterMillis)));
    return this;
  }

  PollLoopFixture bad(String message) {
    script.add(Single.just(PollAnswer.bad(new IOException(message), 0)));
    return this;
  }

  PollLoopFixture bad(String message, long retryAfterMillis) {
    script.add(Single.just(PollAnswer.bad(new IOException(message), retryAfterMillis)));
    return this;
  }

  PollLoopFixture throttled(long retryAfterMillis) {
    script.add(Single.just(PollAnswer.throttled(new IOException("429"), retryAfterMillis)));
    return this;
  }

  PollLoopFixture fatal(String message) {
    script.add(Single.just(PollAnswer.fatal(new IOException(message))));
    return this;
  }

  /** A request that is answered by the returned subject. */
  SingleSubject<PollAnswer<String>> pending() {
    SingleSubject<PollAnswer<String>> answer = SingleSubject.create();
    script.add(answer);
    return answer;
  }

  void advance(long millis) {
    time.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
  }

  /** Asserts that these values were seen, and then an error with this message. */
  static void assertEnd(TestObserver<?> seen, String message, Object... values) {
    assertEquals(Arrays.asList(values), seen.values());
    seen.assertNotComplete().assertError(e -> message.equals(e.getMessage()));
  }

  /** An end of the loop, by the name of the method of {@link PollErrors} that made it. */
  @SuppressWarnings("serial")
  static final class LoopEnd extends RuntimeException {
    LoopEnd(String name, @Nullable Throwable cause) {
      super(name, cause, false, false);
    }
  }

  static final class LoopErrors implements PollErrors<String> {
    @Override
    public Throwable deadlineExceeded(@Nullable String last, @Nullable Throwable lastBad) {
      return new LoopEnd("deadlineExceeded(" + last + ")", lastBad);
    }

    @Override
    public Throwable tooManyFailures(int inARow, Throwable lastBad, @Nullable String last) {
      return new LoopEnd("tooManyFailures(" + inARow + ", " + last + ")", lastBad);
    }

    @Override
    public Throwable retryAfterBeyondDeadline(long retryAfterMillis, @Nullable String last) {
      return new LoopEnd("retryAfterBeyondDeadline(" + retryAfterMillis + ", " + last + ")", null);
    }

    @Override
    public Throwable closed() {
      return new LoopEnd("closed", null);
    }
  }
}
