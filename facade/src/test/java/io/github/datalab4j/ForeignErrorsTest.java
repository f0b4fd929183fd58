package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.datalab4j.rule.NothingLeft;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.functions.Predicate;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever code of the user's own throws, every stream ends, and as the page on errors says. */
class ForeignErrorsTest {
  private static final String ANYTHING = "io.github.datalab4j.Thrown#anything";

  private final TestScheduler time = new TestScheduler();
  private final FakeSender sender = new FakeSender();
  private final OpenBudget budget = new OpenBudget();
  private final FakePolls polls = new FakePolls();

  @ParameterizedTest
  @MethodSource(ANYTHING)
  void listenerThatThrowsChangesNothing(Throwable thrown) {
    TestObserver<ResumeToken> token = submission(thrown, hooked -> Completable.complete());
    accept();
    polls.then(Statuses.PROCESSING).thenBad(1, JobFixture.unavailable(502)).then(Statuses.FAILED);
    TestObserver<ProcessorStatus> statuses =
        watch(PollPolicy.proportional(), context(thrown)).statuses().test();
    time.advanceTimeBy(1, MINUTES);

    token.assertResult(JobFixture.TOKEN);
    statuses.assertResult(Statuses.PROCESSING, Statuses.FAILED);
  }

  @ParameterizedTest
  @MethodSource(ANYTHING)
  void listenerThatThrowsHidesNoRefusal(Throwable thrown) {
    TestObserver<ResumeToken> token = submission(thrown, hooked -> Completable.complete());

    sender.last().answer(SubmitOutcome.ended(new NotSentException("no", null)));

    token.assertError(NotSentException.class);
  }

  @ParameterizedTest
  @MethodSource(ANYTHING)
  void hookThatThrowsIsAnErrorWithTheToken(Throwable thrown) {
    TestObserver<ResumeToken> token =
        submission(
            null,
            hooked -> {
              throw Thrown.undeclared(thrown);
            });
    accept();

    assertSame(thrown, JobFixture.failure(token, TokenHookException.class).getCause());
  }

  @ParameterizedTest
  @MethodSource(ANYTHING)
  void hookThatThrowsWhenItStoresIsAnErrorWithTheToken(Throwable thrown) {
    Completable storing =
        Completable.fromAction(
            () -> {
              throw thrown;
            });
    TestObserver<ResumeToken> token = submission(null, hooked -> storing);
    accept();

    assertSame(thrown, JobFixture.failure(token, TokenHookException.class).getCause());
  }

  @ParameterizedTest
  @MethodSource(ANYTHING)
  void budgetThatThrowsSendsNothing(Throwable thrown) {
    budget.broken = thrown;

    submission(null, hooked -> Completable.complete()).assertError(NotSentException.class);

    assertEquals(0, sender.requests.size());
  }

  @ParameterizedTest
  @MethodSource(ANYTHING)
  void budgetThatThrowsIsAFailureOfThePoll(Throwable thrown) {
    budget.broken = thrown;

    TestObserver<ProcessorStatus> statuses =
        watch(PollPolicy.proportional(), context(null)).statuses().test();
    time.advanceTimeBy(30, MINUTES);

    statuses.assertError(ServiceUnavailableException.class);
  }

  @ParameterizedTest
  @MethodSource(ANYTHING)
  void policyThatThrowsEndsTheWatch(Throwable thrown) {
    polls.then(Statuses.PROCESSING);
    PollPolicy policy =
        PollPolicy.custom(
            (tick, elapsedMillis) -> {
              throw Thrown.undeclared(thrown);
            });

    TestObserver<ProcessorStatus> statuses = watch(policy, context(null)).statuses().test();
    time.triggerActions();

    assertSame(thrown, JobFixture.failure(statuses, WatchFailedException.class).getCause());
  }

  @ParameterizedTest
  @MethodSource(ANYTHING)
  void predicateThatThrowsEndsTheWatch(Throwable thrown) {
    Predicate<String> terminal =
        value -> {
          throw thrown;
        };
    PollAnswer<String> answer = PollAnswer.value("a", 0);
    TestObserver<String> values =
        new OperationWatch<>(
                permit -> Single.just(answer), terminal, PollPolicy.proportional(), context(null))
            .values()
            .test();
    time.triggerActions();

    assertSame(thrown, JobFixture.failure(values, thrown.getClass()));
  }

  @ParameterizedTest
  @MethodSource(ANYTHING)
  void callThatThrowsIsAFailureOfThePoll(Throwable thrown) {
    Single<PollAnswer<String>> call =
        Single.fromCallable(
            () -> {
              throw Thrown.undeclared(thrown);
            });
    TestObserver<String> values =
        new OperationWatch<>(
                permit -> call, value -> true, PollPolicy.proportional(), context(null))
            .values()
            .test();
    time.advanceTimeBy(30, MINUTES);

    values.assertError(ServiceUnavailableException.class);
  }

  @ParameterizedTest
  @MethodSource(ANYTHING)
  void storingThatThrowsWhenItIsGivenUpHidesNoTimeout(Throwable thrown) {
    Disposable stubborn =
        Disposable.fromAction(
            () -> {
              throw thrown;
            });
    Completable storing = Completable.unsafeCreate(observer -> observer.onSubscribe(stubborn));
    TestObserver<ResumeToken> token = submission(null, hooked -> storing);
    accept();

    time.advanceTimeBy(10, MINUTES);

    token.assertError(TokenHookException.class);
    assertEquals(1, NothingLeft.takeUndelivered().size());
  }

  private TestObserver<ResumeToken> submission(
      @Nullable Throwable heard, Function<String, Completable> hook) {
    return new Submission("cp_1", sender, hook, context(heard)).accepted().test();
  }

  private void accept() {
    assertEquals(true, sender.last().watch.mayComplete());
    sender.last().answer(SubmitOutcome.accepted(JobFixture.TOKEN));
  }

  private JobWatch watch(PollPolicy policy, JobContext context) {
    return new JobWatch(JobFixture.TOKEN, polls.poll(), policy, context);
  }

  private JobContext context(@Nullable Throwable heard) {
    DatalabEventListener listener =
        heard == null ? ContainedListener.NONE : new ContainedListener(new Broken(heard));
    return new JobContext(
        budget, time, Schedulers.trampoline(), new Random(1), listener, MINUTES.toMillis(10));
  }

  /** A listener whose every method throws. */
  private static final class Broken extends DatalabEventListener {
    private final Throwable thrown;

    Broken(Throwable thrown) {
      this.thrown = thrown;
    }

    @Override
    public void submitting(String processorId, int attempt) {
      throw Thrown.undeclared(thrown);
    }

    @Override
    public void accepted(String processorId, String token) {
      throw Thrown.undeclared(thrown);
    }

    @Override
    public void notAccepted(String processorId, DatalabException error) {
      throw Thrown.undeclared(thrown);
    }

    @Override
    public void polled(String token, long number, ProcessorStatus status) {
      throw Thrown.undeclared(thrown);
    }

    @Override
    public void pollFailed(String token, long number, Throwable error) {
      throw Thrown.undeclared(thrown);
    }

    @Override
    public void watchFailed(String token, Throwable error) {
      throw Thrown.undeclared(thrown);
    }
  }
}
