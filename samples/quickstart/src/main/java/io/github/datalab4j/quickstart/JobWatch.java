package io.github.datalab4j.quickstart;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.datalab4j.DatalabException;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.JobEvent;
import io.reactivex.rxjava3.core.Observable;
import org.jspecify.annotations.Nullable;

/** Watches one job to its end, or to the user's interrupt. */
final class JobWatch {
  /** How long an interrupted program waits for the token of a request that is out, in seconds. */
  static final long TOKEN_PATIENCE_SECONDS = 3;

  private final Console console;
  private final Output output;
  private final Interrupts interrupts;
  private final Observable<DatalabException> refusedTries;
  private final GenerationJob job;
  private volatile boolean sent;
  private volatile @Nullable String token;

  private JobWatch(Console console, Connection connection, GenerationJob job) {
    this.console = console;
    this.output = console.output();
    this.interrupts = console.surroundings().interrupts();
    this.refusedTries = connection.refusedTries();
    this.job = job;
  }

  /** Tells the console how the job goes; returns the exit code. */
  static int run(Console console, Connection connection, GenerationJob job) {
    return new JobWatch(console, connection, job).run();
  }

  private int run() {
    try {
      job.events()
          .map(this::telling)
          .publish(events -> Observable.merge(events, tries(events)))
          .takeUntil(interrupt())
          .blockingForEach(this::tell);
      if (interrupts.interrupted()) {
        return console.fail(interrupted("Interrupted"));
      }
      output.result(job.result().blockingGet().status());
      return ExitCode.COMPLETED.number();
    } catch (ReaderGoneException e) {
      return console.fail(interrupted("Nobody reads the output any more"));
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
    if (event instanceof JobEvent.Accepted accepted) {
      token = accepted.token();
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

  /** Tries that the library repeats. Without a connection, a person rather wants to know. */
  private Observable<Runnable> tries(Observable<Runnable> events) {
    return refusedTries
        .<Runnable>map(
            error -> {
              if (Failures.isNoConnection(error)) {
                throw error;
              }
              return () -> output.noAnswer(Failures.message(error));
            })
        .takeUntil(events.ignoreElements().toObservable());
  }

  /**
   * The interrupt; but while the answer to a request that is out is awaited, the token that it
   * brings. The job is subscribed to meanwhile, so that asking for its token sends nothing.
   */
  private Observable<Object> interrupt() {
    Observable<Object> accepted =
        Observable.defer(
            () ->
                sent && token == null
                    ? job.token()
                        .timeout(TOKEN_PATIENCE_SECONDS, SECONDS)
                        .doOnSuccess(found -> token = found)
                        .ignoreElement()
                        .onErrorComplete()
                        .toObservable()
                    : Observable.empty());
    return interrupts.signal().concatWith(accepted);
  }

  private Failure interrupted(String what) {
    return new Failure(ExitCode.INTERRUPTED, "interrupted", what + fate(), token);
  }

  private String fate() {
    if (token != null) {
      return ": no longer watching.";
    }
    return sent
        ? " before the service answered: the job may exist. Look for a new version of the"
            + " processor before you send it again."
        : " before the request was out: no job was made.";
  }

  /** Ends the watch from within an event. */
  private static final class ReaderGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
