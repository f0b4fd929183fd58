package io.github.datalab4j;

import static java.util.Objects.requireNonNull;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.ObservableEmitter;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.functions.Function;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one submission that a job stands for. It is sent by its first subscriber and at most once:
 * whoever comes later joins the {@link Sending} under way, or gets what came of it.
 *
 * <pre>
 * NEW ──subscribe──▶ SENDING ──last bytes──▶ SENT ──▶ ACCEPTED | REFUSED | UNKNOWN
 *  ▲                    │                     │
 *  └── last one leaves, surely not accepted ──┘ (429, and nobody waits or time is up)
 * </pre>
 *
 * <p>The last three are final. What is accepted is told to the hook before anybody else hears of
 * it; a hook that failed is called again by the next subscriber, still without sending.
 *
 * <p>State changes hold the lock of this object; nothing foreign is called under it.
 */
final class Submission implements OpenWork.Closing {
  enum State {
    NEW,
    SENDING,
    SENT,
    ACCEPTED,
    REFUSED,
    UNKNOWN
  }

  /**
   * Sends one request. The {@code Single} never signals an error; dispose closes the connection.
   */
  interface Sender {
    Single<SubmitOutcome> send(UploadWatch watch);
  }

  private final String processorId;
  private @Nullable Sender sender;
  private final Function<? super String, ? extends Completable> hook;
  private final JobContext context;

  private State state = State.NEW;
  private @Nullable Sending sending;
  private @Nullable ResumeToken token;

  /** How each stay ends after acceptance where the service named an address that is not asked. */
  private @Nullable DatalabException elsewhere;

  private boolean closed;

  /** Until when the server asked to be left alone, by the ticker; null when it did not. */
  private @Nullable Long leftAloneUntil;

  Submission(
      String processorId,
      Sender sender,
      Function<? super String, ? extends Completable> hook,
      JobContext context) {
    this.processorId = processorId;
    this.sender = sender;
    this.hook = hook;
    this.context = context;
  }

  synchronized State state() {
    return state;
  }

  /**
   * Upload progress, the latest first; completes once the job is accepted and the hook has ended.
   * Subscribing sends, or joins.
   */
  Observable<JobEvent.Upload> uploads() {
    return Observable.create(
        subscriber -> {
          Sending joined = enter();
          CompositeDisposable stay = new CompositeDisposable();
          stay.add(Disposable.fromRunnable(joined::leave));
          subscriber.setDisposable(stay); // disposes it, if he has left already
          joined.uploads().subscribe(new Joined(subscriber, stay));
          joined.start();
        });
  }

  /** The token, once the job is accepted and the hook has ended. Subscribing sends, or joins. */
  Single<ResumeToken> accepted() {
    return uploads().ignoreElements().toSingle(() -> requireNonNull(token()));
  }

  /** Ends what is under way, and whatever is subscribed to later, unless it ended before. */
  @Override
  public void close() {
    Sending last;
    @Nullable DatalabException error;
    synchronized (this) {
      closed = true;
      if (sending == null) {
        sending = new Sending(this, processorId, hook, context, token);
      }
      last = sending;
      error = last.closed(); // under the same lock: nobody may leave in between
    }
    if (error != null) {
      last.tellClosed(error);
    }
  }

  /** How a stay ends once the hook has ended: by this error, or, where it is null, well. */
  synchronized @Nullable DatalabException elsewhere() {
    return elsewhere;
  }

  private synchronized @Nullable ResumeToken token() {
    return token;
  }

  private synchronized Sending enter() {
    if (sending == null) {
      sending = new Sending(this, processorId, hook, context, token);
      if (token == null) {
        state = State.SENDING;
      }
    }
    sending.entered();
    return sending;
  }

  // What follows is called by a Sending under the lock of this object.

  Sender sender() {
    return requireNonNull(sender);
  }

  void become(State next) {
    state = next;
  }

  void acceptedAs(ResumeToken accepted, @Nullable DatalabException error) {
    token = accepted;
    elsewhere = error;
    settled(State.ACCEPTED);
  }

  void endedWith(DatalabException error, Sending ended) {
    switch (error.submission()) {
      case ACCEPTED:
        settled(State.ACCEPTED);
        if (error instanceof TokenHookException) {
          startAnew(ended);
        }
        break;
      case REFUSED:
        settled(State.REFUSED);
        break;
      case UNKNOWN:
        settled(State.UNKNOWN);
        break;
      default:
        state = State.NEW;
        startAnew(ended);
    }
  }

  /** Keeps a Retry-After, for stays to come and for the first poll: nobody may undercut it. */
  void leaveAlone(long millis) {
    if (millis > leftAloneMillis()) {
      leftAloneUntil = context.ticker.nanos() + TimeUnit.MILLISECONDS.toNanos(millis);
    }
  }

  /** For how long the server is still to be left alone, rounded up; 0 when it is not. */
  synchronized long leftAloneMillis() {
    long nanos = leftAloneUntil == null ? 0 : leftAloneUntil - context.ticker.nanos();
    return nanos <= 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos - 1) + 1;
  }

  /** The next subscriber starts anew. */
  void startAnew(Sending ended) {
    if (sending == ended && !closed) {
      sending = null;
    }
  }

  /** Final: the documents need not be held any longer. */
  private void settled(State last) {
    state = last;
    sender = null;
  }

  /** Hands on what is told to one who is there. To one who has left, an error is no news. */
  private static final class Joined implements Observer<JobEvent.Upload> {
    private final ObservableEmitter<JobEvent.Upload> subscriber;
    private final CompositeDisposable stay;

    Joined(ObservableEmitter<JobEvent.Upload> subscriber, CompositeDisposable stay) {
      this.subscriber = subscriber;
      this.stay = stay;
    }

    @Override
    public void onSubscribe(Disposable told) {
      stay.add(told);
    }

    @Override
    public void onNext(JobEvent.Upload upload) {
      subscriber.onNext(upload);
    }

    @Override
    public void onError(Throwable error) {
      subscriber.tryOnError(error);
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
    }
  }
}
