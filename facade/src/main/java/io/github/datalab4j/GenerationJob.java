package io.github.datalab4j;

import static java.util.Objects.requireNonNull;

import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.functions.Function;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * One job of the service that generates a version of a processor, and four cold views of it. Any
 * number of subscribers to any of the views share one submission and one poll loop: they cost one
 * request a tick.
 *
 * <p><b>Sending.</b> The first subscription to any view sends the submission, unless the job was
 * resumed. It is sent at most once, however many subscriptions and {@code retry()}s follow: those
 * watch the same job. Only what surely was not accepted (no connection, 429) is tried again, within
 * the submit timeout. When the last subscriber leaves before the body is complete, the connection
 * is closed and the job is new again: the next subscription sends. When the body is out, the answer
 * is awaited all the same, up to the submit timeout, so that its token is kept for whoever
 * subscribes next.
 *
 * <p><b>Watching.</b> The poll loop starts when the job is accepted, the hook {@code onAccepted}
 * has completed and somebody subscribes to {@link #statuses()}, {@link #result()} or {@link
 * #events()}. The last of them to leave stops the timer and the request in flight; a new one takes
 * the watch up again. The terminal status, or the error that ends the job, is kept and given to
 * later subscribers without a request. After a passed deadline, or too many failures in a row, a
 * new subscription starts a new watch with a new deadline.
 *
 * <p><b>Threads.</b> Items, ends and errors arrive on the callback scheduler of the client, by
 * default {@code Schedulers.computation()}, by one {@code observeOn} a subscriber. A slow one never
 * delays a poll, and no other that has another thread: where observers block, choose {@code
 * Schedulers.io()}, since {@code computation()} has but one thread a core.
 *
 * <p><b>Errors</b> of every view: {@link NotSentException}, {@link RequestRefusedException}, {@link
 * SubmissionUnknownException}, {@link UntrustedAddressException}, {@link
 * ResponseNotUnderstoodException}, {@link TokenHookException}, {@link ClientClosedException}. Those
 * that watch add {@link DeadlineExceededException}, {@link ServiceUnavailableException}, {@link
 * UnknownJobException} and {@link WatchFailedException}. Every error after acceptance carries the
 * token. Where the service named a check URL that is not asked (an {@link
 * UntrustedAddressException}), that token has its lookup key alone, and the hook is called with it
 * before. If the URL ends in no lookup key, there is no token, and the hook is not called.
 *
 * <p>Whoever has left is told no error, and nothing of the job is undeliverable. But RxJava's own
 * observer of {@code subscribe(onNext, onError)}, left on one thread just as an error is handed to
 * it on another, gives that error to {@code RxJavaPlugins.onError}: leave on the callback thread,
 * or set an error handler there, as every application with RxJava should.
 */
public final class GenerationJob {
  private final @Nullable Submission submission;
  private final Function<ResumeToken, JobWatch> watching;
  private final Scheduler callbacks;
  private @Nullable JobWatch watch; // guarded by this

  private GenerationJob(
      @Nullable Submission submission,
      @Nullable JobWatch watch,
      Function<ResumeToken, JobWatch> watching,
      Scheduler callbacks) {
    this.submission = submission;
    this.watch = watch;
    this.watching = watching;
    this.callbacks = callbacks;
  }

  /** A job that is still to be submitted; {@code watching} is called once it is accepted. */
  static GenerationJob submitting(
      Submission submission, Function<ResumeToken, JobWatch> watching, Scheduler callbacks) {
    return new GenerationJob(submission, null, watching, callbacks);
  }

  /** A job that was accepted before. */
  static GenerationJob accepted(JobWatch watch, Scheduler callbacks) {
    return new GenerationJob(null, watch, token -> watch, callbacks);
  }

  /**
   * Every answer of the service about the job, repeats too, up to and with the terminal one. A
   * failed job is a terminal status here, and no error. A late subscriber gets the latest status
   * first.
   *
   * <p>It is an {@code Observable}, without backpressure: use {@code toFlowable(LATEST)} where that
   * is wanted.
   */
  public Observable<ProcessorStatus> statuses() {
    return watch()
        .flatMapObservable(JobWatch::statuses)
        .observeOn(callbacks, true, CallbackScheduler.BUFFER);
  }

  /**
   * The processor that the completed job made. A job that failed is a {@link JobFailedException}; a
   * completed one without a processor id is a {@link ResponseNotUnderstoodException}.
   */
  public Single<GeneratedProcessor> result() {
    return new JobResult(watch()).observeOn(callbacks);
  }

  /**
   * The token to resume the job with, in another process or on another machine. It comes when the
   * job is accepted and the hook {@code onAccepted} has completed; that of a resumed job comes at
   * once. It never starts polling. The token holds no secret.
   */
  public Single<String> token() {
    return watch().map(JobWatch::token).observeOn(callbacks);
  }

  /**
   * Everything that happens: upload progress, acceptance, each poll, each failed poll that is
   * borne; it completes after the terminal status. A late subscriber gets the latest progress, or
   * the acceptance and the latest poll, first.
   */
  public Observable<JobEvent> events() {
    Observable<JobEvent> watched =
        watch()
            .flatMapObservable(
                accepted ->
                    inTurn(
                        Observable.just(new JobEvent.Accepted(accepted.token())),
                        accepted.events()));
    Observable<JobEvent> all =
        submission == null ? watched : inTurn(submission.uploads().cast(JobEvent.class), watched);
    return all.observeOn(callbacks, true, CallbackScheduler.BUFFER);
  }

  @Override
  public String toString() {
    JobWatch known;
    synchronized (this) {
      known = watch;
    }
    return known == null
        ? "GenerationJob{" + requireNonNull(submission).state() + "}"
        : "GenerationJob{" + known.token() + "}";
  }

  /** Not by {@code concat}: an error that comes while it is disposed of is undeliverable there. */
  private static Observable<JobEvent> inTurn(
      Observable<JobEvent> first, Observable<JobEvent> second) {
    return Observable.defer(
        () -> {
          Iterator<Observable<JobEvent>> turns = Arrays.asList(first, second).iterator();
          return Observable.defer(turns::next).repeat(2);
        });
  }

  /** Submits where that is still to be done. */
  private Single<JobWatch> watch() {
    return submission == null
        ? Single.fromCallable(this::known)
        : submission.accepted().map(this::watch);
  }

  private synchronized JobWatch known() {
    return requireNonNull(watch);
  }

  private synchronized JobWatch watch(ResumeToken token) throws Throwable {
    if (watch == null) {
      watch = watching.apply(token);
      watch.leaveAlone(submission == null ? 0 : submission.leftAloneMillis());
    }
    return watch;
  }
}
