package io.github.datalab4j;

import static java.util.Objects.requireNonNull;

import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import org.jspecify.annotations.Nullable;

/**
 * The result of a job that is accepted at some time: its last status, or a typed error. What {@code
 * flatMap}, {@code filter}, {@code lastOrError} and {@code map} would do, in one observer: it is
 * what each of very many jobs holds while it waits.
 */
final class JobResult extends Single<GeneratedProcessor> {
  private final Single<JobWatch> accepted;

  JobResult(Single<JobWatch> accepted) {
    this.accepted = accepted;
  }

  @Override
  protected void subscribeActual(SingleObserver<? super GeneratedProcessor> observer) {
    accepted.subscribe(new Awaiting(observer));
  }

  /** First of the watch, then of its events. */
  private static final class Awaiting
      implements SingleObserver<JobWatch>, Observer<PollEvent<ProcessorStatus>>, Disposable {
    private final SingleObserver<? super GeneratedProcessor> observer;
    private @Nullable JobWatch watch;
    private @Nullable ProcessorStatus last;

    /** What is awaited; this itself when nothing is any more. Guarded by this, once it is known. */
    private @Nullable Disposable awaited;

    Awaiting(SingleObserver<? super GeneratedProcessor> observer) {
      this.observer = observer;
    }

    @Override
    public void onSubscribe(Disposable source) {
      if (watch == null) {
        awaited = source;
        observer.onSubscribe(this);
      } else if (!await(source)) {
        source.dispose();
      }
    }

    private synchronized boolean await(Disposable source) {
      if (awaited == this) {
        return false;
      }
      awaited = source;
      return true;
    }

    @Override
    public void onSuccess(JobWatch accepted) {
      watch = accepted;
      accepted.polls().subscribe(this);
    }

    @Override
    public void onNext(PollEvent<ProcessorStatus> event) {
      if (event.isValue()) {
        last = event.value();
      }
    }

    @Override
    public void onError(Throwable error) {
      observer.onError(error);
    }

    @Override
    public void onComplete() {
      GeneratedProcessor result;
      try {
        result = requireNonNull(watch).result(requireNonNull(last));
      } catch (DatalabException e) {
        observer.onError(e);
        return;
      }
      observer.onSuccess(result);
    }

    @Override
    public void dispose() {
      Disposable left;
      synchronized (this) {
        left = awaited;
        awaited = this;
      }
      if (left != null && left != this) {
        left.dispose();
      }
    }

    @Override
    public synchronized boolean isDisposed() {
      return awaited == this;
    }
  }
}
