package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.functions.Predicate;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A submission in virtual time, whose sender and budget do what the test says. */
final class SubmissionFixture {
  static final ResumeToken TOKEN = ResumeToken.of("https://www.datalab.to", "k_1");
  static final long TIMEOUT = 600_000;

  final TestScheduler time = new TestScheduler();
  final FakeSender sender = new FakeSender();
  final OpenBudget budget = new OpenBudget();

  /** The tokens that the hook was told of. */
  final List<String> told = new ArrayList<>();

  Completable hook = Completable.complete();

  final Submission submission =
      new Submission(
          "cp_1",
          sender,
          token -> {
            told.add(token);
            return hook;
          },
          new JobContext(
              budget,
              time,
              Schedulers.trampoline(),
              new Random(1),
              ContainedListener.NONE,
              TIMEOUT));

  TestObserver<ResumeToken> join() {
    return submission.accepted().test();
  }

  FakeSender.Request bodyOut() {
    FakeSender.Request request = sender.last();
    assertTrue(request.watch.mayComplete());
    return request;
  }

  static SubmitOutcome offline() {
    return SubmitOutcome.notYet(new NotSentException("offline", new IOException()), 0);
  }

  /** Accepted, under an address that is not asked, in which the lookup key can be read. */
  static SubmitOutcome elsewhere() {
    return SubmitOutcome.acceptedElsewhere(
        TOKEN, new UntrustedAddressException("ftp", SubmissionState.ACCEPTED, TOKEN.toString()), 0);
  }

  static SubmitOutcome throttled(long retryAfterMillis) {
    return SubmitOutcome.notYet(
        new ServiceUnavailableException(
            "429", null, Reason.THROTTLED, 429, retryAfterMillis, SubmissionState.NOT_SENT, null),
        retryAfterMillis);
  }

  static Predicate<Throwable> closed(SubmissionState state) {
    return error ->
        error instanceof ClientClosedException && ((DatalabException) error).submission() == state;
  }
}
