package io.github.datalab4j;

import io.reactivex.rxjava3.core.Notification;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One subscriber of a {@link PollLoop}. What it is to get is put into its queue under the loop's
 * lock, so in the same order for all, and handed over by whoever comes first, without any lock.
 */
final class PollWatcher<T> implements Disposable {
  private final PollLoop<T> loop;
  private final Observer<? super PollEvent<T>> observer;
  private final Queue<Notification<PollEvent<T>>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger drains = new AtomicInteger();
  private volatile boolean over;

  PollWatcher(PollLoop<T> loop, Observer<? super PollEvent<T>> observer) {
    this.loop = loop;
    this.observer = observer;
  }

  void offer(Notification<PollEvent<T>> signal) {
    queue.add(signal);
  }

  /** Hands over what is queued, unless that is already being done. */
  void drain() {
    if (drains.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    while (seen != 0) {
      Notification<PollEvent<T>> signal = queue.poll();
      while (signal != null && !over) {
        deliver(signal);
        signal = queue.poll();
      }
      seen = drains.addAndGet(-seen);
    }
  }

  private void deliver(Notification<PollEvent<T>> signal) {
    try {
      PollEvent<T> event = signal.getValue();
      Throwable error = signal.getError();
      if (event != null) {
        observer.onNext(event);
        return;
      }
      over = true;
      if (error != null) {
        observer.onError(error);
      } else {
        observer.onComplete();
      }
    } catch (Throwable e) {
      // The observer broke its contract; the other watchers and the loop must not suffer from it.
      dispose();
      RxJavaPlugins.onError(e);
    }
  }

  @Override
  public void dispose() {
    over = true;
    loop.leave(this);
  }

  @Override
  public boolean isDisposed() {
    return over;
  }
}
