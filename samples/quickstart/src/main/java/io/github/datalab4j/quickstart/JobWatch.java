package io.github.datalab4j.quickstart;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.datalab4j.DatalabException;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.JobEvent;
import io.github.datalab4j.SubmissionState;
import io.reactivex.rxjava3.core.Notification;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import org.jspecify.annotations.Nullable;

/** Watches one job to its end, or to the user's interrupt. */
final class JobWatch {
  /** How long an interrupted program waits for the token of a request that is out, in seconds. */
  static final long TOKEN_PATIENCE_SECONDS = 3;

  private final Console console;
  private final Output output;
  private final Connection connection;
  private final GenerationJob job;
  private final boolean resumed;
  private final Single<String> token;
  private volatile boolean sent;

  private JobWatch(Console console, Connection connection, GenerationJob job, boolean resumed) {
    this.console = console;
    this.output = console.output();
    this.connection = connection;
    this.job = job;
    this.resumed = resumed;
    this.token = job.token().cache();
  }

  /** Sends a job, and tells the console how it goes; returns the exit code. */
  static int submit(Console console, Connection connection, GenerationJob job) {
    return new JobWatch(console, connection, job, false).run();
  }

  /** Tells the console how a job goes that was accepted before; returns the exit code. */
  static int resume(Console console, Connection connection, GenerationJob job) {
    return new JobWatch(console, connection, job, true).run();
  }

  private int run() {
    Interrupts interrupts = console.surroundings().interrupts();
    try {
      // Its end, too, is known only by it, when the watch is given up.
      Disposable unused = token.subscribe(accepted -> {}, error -> {});
      Observable.merge(job.events().map(this::telling).materialize(), tries())
          .<Runnable>dematerialize(event -> event)
          .takeUntil(interrupts.<Object>signal().concatWith(tokenOnItsWay()))
          .blockingForEach(this::tell);
      if (interrupts.interrupted()) {
        return console.fail(givenUp("Interrupted"));
      }
      output.result(job.result().blockingGet().status());
      return ExitCode.COMPLETED.number();
    } catch (ReaderGoneException e) {
      return console.fail(givenUp("Nobody reads the output any more"));
    } catch (RuntimeException e) {
      return console.fail(e);
    }
  }

  private void tell(Runnable telling) {
    telling.run();
    if (output.isClosed()) {
      throw new ReaderGoneException();
    }
  }

  private Runnable telling(JobEvent event) {
    if (event instanceof JobEvent.Upload upload) {
      sent = upload.sentBytes() == upload.totalBytes();
      return () -> output.upload(upload.sentBytes(), upload.totalBytes());
    }
    if (event instanceof JobEvent.Accepted accepted && !resumed) {
      return () -> output.accepted(accepted.token());
    }
    if (event instanceof JobEvent.Poll poll) {
      return () -> output.status(poll.status());
    }
    if (event instanceof JobEvent.BadPoll bad) {
      return () -> output.noAnswer(Failures.message(bad.error()));
    }
    return () -> {};
  }

  /**
   * The tries that the library repeats for minutes: a wait that the service asked for is told; but
   * where there is no connection, a person rather wants to know.
   */
  private Observable<Notification<Runnable>> tries() {
    return connection
        .refusedTries()
        .filter(error -> Failures.isThrottled(error) || Failures.isNoConnection(error))
        .map(
            error ->
                Failures.isThrottled(error)
                    ? Notification.createOnNext(() -> output.noAnswer(Failures.message(error)))
                    : Notification.createOnError(error));
  }

  /** Completes when there is no point in waiting for the token any longer. */
  private Observable<Object> tokenOnItsWay() {
    return Observable.defer(
        () ->
            sent
                ? token
                    .ignoreElement()
                    .timeout(TOKEN_PATIENCE_SECONDS, SECONDS)
                    .onErrorComplete()
                    .toObservable()
                : Observable.empty());
  }

  /** Ends the job's submission or watch, and says what became of it. */
  private Failure givenUp(String why) {
    connection.close();
    try {
      return interrupted(why + ": no longer watching.", token.blockingGet());
    } catch (DatalabException e) {
      String fate =
          e.submission() == SubmissionState.UNKNOWN
              ? " before the service answered: the job may exist. Look for a new version of the"
                  + " processor before you send it again."
              : " before the request was out: no job was made.";
      return interrupted(why + fate, e.token());
    }
  }

  private static Failure interrupted(String message, @Nullable String token) {
    return new Failure(ExitCode.INTERRUPTED, "interrupted", message, token);
  }

  /** Ends the watch from within an event. */
  private static final class ReaderGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
