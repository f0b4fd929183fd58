package io.github.datalab4j;

import io.reactivex.rxjava3.core.Notification;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber of a {@link PollLoop}. What it is to get is put into its queue under the loop's
 * lock, so in the same order for all, and handed over by whoever comes first, without any lock.
 */
final class PollWatcher<T> implements Disposable {
  private final PollLoop<T> loop;
  private final Observer<? super PollEvent<T>> observer;
  private volatile boolean over;

  // Both guarded by this. There are very many watchers that wait, and few that are told something.
  private @Nullable Queue<Notification<PollEvent<T>>> queue;
  private boolean draining;

  PollWatcher(PollLoop<T> loop, Observer<? super PollEvent<T>> observer) {
    this.loop = loop;
    this.observer = observer;
  }

  synchronized void offer(Notification<PollEvent<T>> signal) {
    if (queue == null) {
      queue = new ArrayDeque<>(2);
    }
    queue.add(signal);
  }

  /** Hands over what is queued, unless that is already being done. */
  void drain() {
    Notification<PollEvent<T>> signal = next(false);
    while (signal != null) {
      deliver(signal);
      signal = next(true);
    }
  }

  /** What is to be handed over next; null if there is nothing, or another drain is at it. */
  private synchronized @Nullable Notification<PollEvent<T>> next(boolean mine) {
    if (draining && !mine) {
      return null;
    }
    Notification<PollEvent<T>> signal = queue == null || over ? null : queue.poll();
    draining = signal != null;
    if (signal == null) {
      queue = null;
    }
    return signal;
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
