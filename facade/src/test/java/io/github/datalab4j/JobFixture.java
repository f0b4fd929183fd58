package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Jobs in virtual time, over a sender and polls that a test moves on. */
final class JobFixture {
  static final ResumeToken TOKEN = ResumeToken.of("https://www.datalab.to", "k_1");
  private static final PollPolicy EVERY_SECOND =
      PollPolicy.builder()
          .fixed(1, TimeUnit.SECONDS)
          .pollTimeout(10, TimeUnit.SECONDS)
          .deadline(60, TimeUnit.SECONDS)
          .failuresBorne(3)
          .build();

  final TestScheduler time = new TestScheduler();
  final FakeSender sender = new FakeSender();
  final FakePolls polls = new FakePolls();
  final List<String> heard = new ArrayList<>();
  final OpenWork open = new OpenWork();
  Scheduler callbacks = Schedulers.trampoline();

  GenerationJob submitting() {
    Submission submission =
        new Submission("cp_1", sender, token -> Completable.complete(), context());
    return GenerationJob.submitting(
        open.add(submission), token -> watch(token, EVERY_SECOND), callbacks);
  }

  GenerationJob resumed() {
    return resumed(EVERY_SECOND);
  }

  GenerationJob resumed(PollPolicy policy) {
    return GenerationJob.accepted(watch(TOKEN, policy), callbacks);
  }

  JobWatch watch() {
    return watch(TOKEN, EVERY_SECOND);
  }

  private JobWatch watch(ResumeToken token, PollPolicy policy) {
    return open.add(new JobWatch(token, polls.poll(), policy, context()));
  }

  private JobContext context() {
    DatalabEventListener listener =
        new DatalabEventListener() {
          @Override
          public void polled(String token, long number, ProcessorStatus status) {
            heard.add("poll " + number + " " + status.status());
          }

          @Override
          public void pollFailed(String token, long number, Throwable error) {
            heard.add("bad " + number);
          }

          @Override
          public void watchFailed(String token, Throwable error) {
            heard.add("failed " + ((DatalabException) error).kind().wireName());
          }
        };
    return new JobContext(new OpenBudget(), time, callbacks, new Random(1), listener, 600_000);
  }

  void accept() {
    assertTrue(sender.last().watch.mayComplete());
    sender.last().answer(SubmitOutcome.accepted(TOKEN));
  }

  void seconds(long seconds) {
    time.advanceTimeBy(seconds, TimeUnit.SECONDS);
  }

  static <E extends Throwable> E failure(TestObserver<?> observer, Class<E> type) {
    List<Throwable> errors = new ArrayList<>();
    observer.assertError(errors::add);
    return assertInstanceOf(type, errors.get(0));
  }

  static void assertCarriesTheToken(DatalabException error) {
    assertEquals(TOKEN.toString(), error.token());
    assertEquals(SubmissionState.ACCEPTED, error.submission());
    assertFalse(String.valueOf(error.getMessage()).isEmpty());
  }

  static SubmissionState notApplicable() {
    return SubmissionState.NOT_APPLICABLE;
  }

  static ServiceUnavailableException unavailable(int code) {
    return new ServiceUnavailableException(
        "The service answered " + code, null, Reason.SERVER_ERROR, code, 0, notApplicable(), null);
  }
}
