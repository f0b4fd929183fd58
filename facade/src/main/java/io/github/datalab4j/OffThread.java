package io.github.datalab4j;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A source of the user's own, which may block: it is subscribed to on another thread, so that
 * nothing waits for that but its own subscriber.
 *
 * <p>Whoever leaves while it is being subscribed to interrupts that thread, and disposes of it only
 * when it has come back. So what the interrupted code throws is not undeliverable, as it is behind
 * {@code subscribeOn}, and what it got all the same, a permit say, is handed over to be given back.
 */
final class OffThread<T> extends Single<T> {
  private final Single<T> source;
  private final Executor threads;

  OffThread(Single<T> source, Executor threads) {
    this.source = source;
    this.threads = threads;
  }

  @Override
  protected void subscribeActual(SingleObserver<? super T> observer) {
    Subscribing<T> subscribing = new Subscribing<>(source, observer);
    observer.onSubscribe(subscribing);
    try {
      threads.execute(subscribing);
    } catch (Throwable e) { // no thread is to be had
      subscribing.onError(e);
    }
  }

  private static final class Subscribing<T> implements SingleObserver<T>, Disposable, Runnable {
    private final Single<T> source;
    private final SingleObserver<? super T> observer;

    // All below is guarded by this.
    private @Nullable Thread thread; // while the source is being subscribed to
    private @Nullable Disposable upstream;
    private boolean disposed;
    private boolean ended;

    Subscribing(Single<T> source, SingleObserver<? super T> observer) {
      this.source = source;
      this.observer = observer;
    }

    @Override
    public void run() {
      synchronized (this) {
        if (disposed) {
          return;
        }
        thread = Thread.currentThread();
      }
      try {
        source.subscribe(this);
      } catch (Throwable e) { // what RxJava takes for fatal
        onError(e);
      } finally {
        disposeIf(comeBack());
      }
    }

    private synchronized @Nullable Disposable comeBack() {
      thread = null;
      return disposed && !ended ? upstream : null;
    }

    @Override
    public void onSubscribe(Disposable source) {
      synchronized (this) {
        upstream = source;
        if (!disposed || thread != null) {
          return;
        }
      }
      source.dispose();
    }

    @Override
    public void onSuccess(T value) {
      if (end()) {
        observer.onSuccess(value);
      }
    }

    @Override
    public void onError(Throwable error) {
      if (end()) {
        observer.onError(error);
      } else {
        RxJavaPlugins.onError(error); // of the observer, or of a source that ends twice
      }
    }

    private synchronized boolean end() {
      boolean first = !ended;
      ended = true;
      if (disposed && thread == Thread.currentThread()) {
        Thread.interrupted(); // was meant for the source only
      }
      return first;
    }

    @Override
    public void dispose() {
      Disposable left;
      synchronized (this) {
        if (disposed || ended) {
          return;
        }
        disposed = true;
        if (thread != null && thread != Thread.currentThread()) {
          thread.interrupt();
        }
        left = thread == null ? upstream : null;
      }
      disposeIf(left);
    }

    @Override
    public synchronized boolean isDisposed() {
      return disposed || ended;
    }

    private static void disposeIf(@Nullable Disposable left) {
      if (left != null) {
        Contained.run(left::dispose);
      }
    }
  }
}
