package io.github.datalab4j;

import static java.util.Objects.requireNonNull;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.github.datalab4j.Submission.Sender;
import io.github.datalab4j.Submission.State;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.SerialDisposable;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.subjects.BehaviorSubject;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import io.reactivex.rxjava3.subjects.Subject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a {@link Submission} outside of {@code NEW}: the tries to send, the hook, and those
 * who wait for them. Its fields are guarded by the submission's lock.
 */
final class Sending {
  private static final long PROGRESS_STEP = 64 * 1024;
  private static final long FIRST_BACKOFF_MILLIS = 1_000;
  private static final long LONGEST_BACKOFF_MILLIS = 30_000;

  private final Submission submission;
  private final String processorId;
  private final Function<? super String, ? extends Completable> hook;
  private final JobContext context;
  private final Ticker ticker;
  private final Subject<JobEvent.Upload> uploads =
      BehaviorSubject.<JobEvent.Upload>create().toSerialized();
  private final SerialDisposable step = new SerialDisposable();
  private final SerialDisposable timeout = new SerialDisposable();
  private final CompositeDisposable work = new CompositeDisposable(step, timeout);

  private @Nullable ResumeToken token;
  private @Nullable Watch current;
  private int subscribers;
  private int attempt;
  private long startNanos;
  private boolean started;
  private boolean bodyOut;
  private boolean ended;

  Sending(
      Submission submission,
      String processorId,
      Function<? super String, ? extends Completable> hook,
      JobContext context,
      @Nullable ResumeToken token) {
    this.submission = submission;
    this.processorId = processorId;
    this.hook = hook;
    this.context = context;
    this.token = token;
    this.ticker = context.ticker;
  }

  Observable<JobEvent.Upload> uploads() {
    return uploads;
  }

  /** Called under the submission's lock. */
  void entered() {
    subscribers++;
  }

  /** Called by each who has entered; the first begins, unless all have left meanwhile. */
  void start() {
    @Nullable ResumeToken known;
    long asked;
    synchronized (submission) {
      if (started || ended) {
        return;
      }
      started = true;
      known = token;
      startNanos = ticker.nanos();
      asked = submission.leftAloneMillis();
    }
    if (known != null) {
      callHook(known);
      return;
    }
    limit(this::submitTimedOut);
    if (asked == 0) {
      send();
    } else if (asked < context.submitTimeoutMillis) {
      sendAfter(asked);
    } else {
      end(SendingErrors.askedToWait(asked));
    }
  }

  void leave() {
    synchronized (submission) {
      subscribers--;
      if (ended || subscribers > 0 || bodyOut || token != null) {
        return;
      }
      ended = true;
      submission.become(State.NEW);
      submission.startAnew(this);
    }
    Contained.run(work::dispose);
  }

  /**
   * Ends this stay because the client is closed; called under the submission's lock. Returns the
   * error to {@link #tellClosed}, or null when it has ended before.
   */
  @Nullable DatalabException closed() {
    DatalabException error = SendingErrors.closed(token, mayBeSent());
    return conclude(error) ? error : null;
  }

  // Sending

  private void send() {
    Sender sender;
    Watch watch;
    int number;
    synchronized (submission) {
      if (ended) {
        return;
      }
      sender = submission.sender();
      number = ++attempt;
      watch = new Watch();
      current = watch;
    }
    Single<SubmitOutcome> call =
        Single.defer(
                () -> {
                  context.listener.submitting(processorId, number);
                  return watch.call.in(sender.send(watch));
                })
            .doOnSuccess(this::keepWait);
    Single<SubmitOutcome> answer = Permit.around(call, context.budget).onErrorReturn(this::failure);
    next(place -> answer.subscribe(this::answered, RxJavaPlugins::onError, place));
  }

  /** Before all may leave, by the budget's code say: it holds for stays to come. */
  private void keepWait(SubmitOutcome outcome) {
    synchronized (submission) {
      submission.leaveAlone(outcome.retryAfterMillis());
    }
  }

  private void answered(SubmitOutcome outcome) {
    @Nullable ResumeToken accepted = outcome.token();
    if (accepted != null) {
      accepted(accepted, outcome.error());
      return;
    }
    DatalabException error = requireNonNull(outcome.error());
    if (outcome.again()) {
      again(error, outcome.retryAfterMillis());
    } else {
      end(error);
    }
  }

  private boolean mayBeSent() {
    return bodyOut || (current != null && current.elsewhere);
  }

  private SubmitOutcome failure(Throwable error) {
    synchronized (submission) {
      return SubmitOutcome.ended(SendingErrors.failed(error, mayBeSent()));
    }
  }

  private void again(DatalabException error, long retryAfterMillis) {
    if (isThrottled(error) || isThrottled(error.getCause())) {
      context.budget.throttled(retryAfterMillis, TimeUnit.MILLISECONDS);
    }
    long delay;
    boolean givenUp;
    synchronized (submission) {
      if (ended) {
        return;
      }
      bodyOut = false;
      current = null;
      submission.become(State.SENDING);
      delay = Math.max(retryAfterMillis, backoffMillis());
      long elapsed = TimeUnit.NANOSECONDS.toMillis(ticker.nanos() - startNanos);
      givenUp = subscribers == 0 || delay >= context.submitTimeoutMillis - elapsed;
    }
    if (givenUp) {
      end(SendingErrors.neverAccepted(error));
    } else {
      context.listener.notAccepted(processorId, error);
      sendAfter(delay);
    }
  }

  private void sendAfter(long millis) {
    next(
        place ->
            place.add(context.timer.scheduleDirect(this::send, millis, TimeUnit.MILLISECONDS)));
  }

  private static boolean isThrottled(@Nullable Throwable error) {
    return error instanceof ServiceUnavailableException
        && ((ServiceUnavailableException) error).reason() == Reason.THROTTLED;
  }

  /** 1 s, doubled up to 30 s; between half and all of it. */
  private long backoffMillis() {
    long whole =
        Math.min(LONGEST_BACKOFF_MILLIS, FIRST_BACKOFF_MILLIS << Math.min(attempt - 1, 16));
    return (long) (whole * (1 + context.random.nextDouble()) / 2);
  }

  private void submitTimedOut() {
    @Nullable Watch last;
    synchronized (submission) {
      last = current;
    }
    if (last != null) {
      Contained.run(last.call::endByHead); // may end this stay by what it says
    }
    DatalabException error;
    synchronized (submission) {
      error = SendingErrors.timedOut(context.submitTimeoutMillis, mayBeSent());
      if (token != null || !conclude(error)) {
        return;
      }
    }
    tell(error);
  }

  // The hook

  private void accepted(ResumeToken accepted, @Nullable DatalabException elsewhere) {
    synchronized (submission) {
      if (ended) {
        return;
      }
      token = accepted;
      submission.acceptedAs(accepted, elsewhere);
    }
    context.listener.accepted(processorId, accepted.toString());
    callHook(accepted);
  }

  private void callHook(ResumeToken accepted) {
    String text = accepted.toString();
    limit(() -> hookFailed(text, new TimeoutException("onAccepted took too long")));
    // Not by subscribeOn: its dispose would interrupt a hook in the middle of storing.
    CompletableSubject turn = CompletableSubject.create();
    next(
        place ->
            turn.andThen(Completable.defer(() -> hook.apply(text)))
                .subscribe(
                    () -> end(submission.elsewhere()), error -> hookFailed(text, error), place));
    context.callbacks.scheduleDirect(
        () -> {
          try {
            turn.onComplete();
          } catch (Throwable e) { // what RxJava takes for fatal, a class that is missing say
            hookFailed(text, e);
          }
        });
  }

  private void hookFailed(String text, Throwable error) {
    end(SendingErrors.hookFailed(error, text));
  }

  // The end

  private void limit(Runnable late) {
    timeout.set(
        context.timer.scheduleDirect(late, context.submitTimeoutMillis, TimeUnit.MILLISECONDS));
  }

  /**
   * Puts a step in the place of the last one. The place is taken before the step begins: while it
   * begins it may be over, and the step after it under way, or the stay ended, and then it does not
   * begin.
   */
  private void next(Step step) {
    CompositeDisposable place = new CompositeDisposable();
    this.step.set(place);
    step.begin(place);
  }

  private interface Step {
    void begin(CompositeDisposable place);
  }

  private void end(@Nullable DatalabException error) {
    boolean first;
    synchronized (submission) {
      first = conclude(error);
    }
    if (first) {
      tell(error);
    } else {
      Contained.run(work::dispose); // of a hook that has outlived the client, and of its limit
    }
  }

  /** Ends this stay, once; called under the submission's lock. */
  private boolean conclude(@Nullable DatalabException error) {
    if (ended) {
      return false;
    }
    ended = true;
    current = null; // its call holds the documents
    if (error != null) {
      submission.endedWith(error, this);
    }
    return true;
  }

  /**
   * Tells that the client is closed. A hook under way, or about to be, is left alone: there may be
   * nobody else to learn the token.
   */
  void tellClosed(DatalabException error) {
    if (error.submission() != SubmissionState.ACCEPTED) {
      Contained.run(work::dispose);
    }
    told(error);
  }

  private void tell(@Nullable DatalabException error) {
    Contained.run(work::dispose);
    told(error);
  }

  private void told(@Nullable DatalabException error) {
    if (error == null) {
      uploads.onComplete();
      return;
    }
    boolean nothingElseTold;
    synchronized (submission) {
      nothingElseTold = attempt > 0 && token == null;
    }
    if (nothingElseTold) {
      context.listener.notAccepted(processorId, error);
    }
    uploads.onError(error);
  }

  /** What one try to send tells. What an earlier one tells too late is not heard. */
  private final class Watch implements UploadWatch {
    final AwaitedCall call = new AwaitedCall();
    private long told = -PROGRESS_STEP;
    private boolean elsewhere; // guarded by the submission

    @Override
    public void progress(long sentBytes, long totalBytes) {
      synchronized (submission) {
        boolean end = sentBytes == totalBytes; // of an unknown length it is told by then
        boolean step = sentBytes - told >= PROGRESS_STEP;
        if (!isCurrent() || !(end || step)) {
          return;
        }
        told = sentBytes;
      }
      uploads.onNext(new JobEvent.Upload(sentBytes, totalBytes));
    }

    @Override
    public boolean mayComplete() {
      synchronized (submission) {
        if (!isCurrent()) {
          return false;
        }
        bodyOut = true;
        submission.become(State.SENT);
        return true;
      }
    }

    @Override
    public boolean mayGoElsewhere() {
      synchronized (submission) {
        elsewhere |= isCurrent();
        return isCurrent();
      }
    }

    private boolean isCurrent() {
      return !ended && current == this;
    }
  }
}
