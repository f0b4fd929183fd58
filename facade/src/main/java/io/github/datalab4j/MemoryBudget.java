package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of permits that is filled at an even rate, and a window that bounds them; see {@link
 * RequestBudget#perMinute}.
 */
final class MemoryBudget extends Completable implements RequestBudget {
  private static final int MAX_PER_MINUTE = 1_000_000;
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(61);
  private static final long MIN_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long MAX_PAUSE_NANOS = TimeUnit.HOURS.toNanos(1);
  private static final long WAVE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final double RECOVERY_PER_MINUTE = 1.25;
  private static final double MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** Forgives the rounding of many small fillings. */
  private static final double ONE = 1 - 1e-9;

  private final Scheduler timer;
  private final Ticker ticker;
  private final int burst;
  private final double fullInterval;
  private final double smallestShare;
  private final SlidingWindow window; // guarded by this

  // All below, and the set's content, is guarded by this. Nobody is called under the lock but the
  // timer.
  private final Set<Waiter> waiters = new LinkedHashSet<>();
  private double permits;
  private long filledAt;
  private long pausedUntil;
  private long slowedAt;
  private double share = 1;
  private @Nullable Disposable wake;
  private int wakes;

  MemoryBudget(int perMinute, Scheduler timer) {
    this(perMinute, timer, Ticker.of(timer));
  }

  MemoryBudget(int perMinute, Scheduler timer, Ticker ticker) {
    if (perMinute < 1 || perMinute > MAX_PER_MINUTE) {
      throw new IllegalArgumentException(
          "requests a minute must be 1 to " + MAX_PER_MINUTE + ", was " + perMinute);
    }
    this.timer = timer;
    this.ticker = ticker;
    burst = Math.max(1, perMinute / 20);
    // In the window the burst goes at its first instant, and at each interval one more.
    fullInterval = (double) WINDOW_NANOS / (perMinute - burst + 1);
    smallestShare = Math.min(1, fullInterval / MINUTE_NANOS);
    window = new SlidingWindow(perMinute);
    permits = burst;
    long now = ticker.nanos();
    filledAt = now;
    pausedUntil = now;
    slowedAt = now - WAVE_NANOS;
  }

  @Override
  public Completable acquire() {
    return this;
  }

  @Override
  protected void subscribeActual(CompletableObserver observer) {
    Waiter waiter = new Waiter(observer);
    observer.onSubscribe(waiter);
    synchronized (this) {
      if (waiter.isDisposed()) {
        return;
      }
      waiters.add(waiter);
    }
    grant();
  }

  @Override
  public void release() {
    synchronized (this) {
      long now = ticker.nanos();
      window.end(now);
      wakeLater(now);
    }
  }

  @Override
  public void throttled(long retryAfter, TimeUnit unit) {
    synchronized (this) {
      long now = ticker.nanos();
      if (now - pausedUntil >= 0 && now - slowedAt >= WAVE_NANOS) {
        share = Math.max(smallestShare, share(now) / 2);
        slowedAt = now;
      }
      double asked = Math.min(MAX_PAUSE_NANOS, Math.max(MIN_PAUSE_NANOS, unit.toNanos(retryAfter)));
      long until = now + (long) Math.max(asked, interval(now));
      if (until - pausedUntil > 0) {
        pausedUntil = until;
      }
      // No burst into a service that just complained: one permit at the end of the pause.
      permits = 1;
      filledAt = pausedUntil;
    }
  }

  /** Grants what may be granted now, and sets the timer for the next. */
  private void grant() {
    List<Waiter> granted = new ArrayList<>();
    synchronized (this) {
      long now = ticker.nanos();
      fill(now);
      Iterator<Waiter> queue = waiters.iterator();
      while (queue.hasNext() && permits >= ONE && now - pausedUntil >= 0 && !window.isFull(now)) {
        granted.add(queue.next());
        queue.remove();
        permits--;
        window.begin();
      }
      wakeLater(now);
    }
    for (Waiter waiter : granted) {
      if (!waiter.grant()) {
        release();
      }
    }
  }

  private void fill(long now) {
    if (now - filledAt > 0) {
      permits = Math.min(burst, permits + (now - filledAt) / interval(now));
      filledAt = now;
    }
  }

  private void wakeLater(long now) {
    long full = window.isFull(now) ? window.fullNanos(now) : 0;
    if (waiters.isEmpty() || full == Long.MAX_VALUE) {
      if (wake != null) {
        wake.dispose();
        wake = null;
      }
      return;
    }
    if (wake != null) {
      return; // at the latest when it is time: what came since can only have put it off
    }
    double missing = permits >= ONE ? 0 : Math.ceil((1 - permits) * interval(now));
    long wait = Math.max(full, Math.max(0, pausedUntil - now) + (long) missing);
    int number = ++wakes;
    wake = timer.scheduleDirect(() -> awake(number), wait, TimeUnit.NANOSECONDS);
  }

  private void awake(int number) {
    synchronized (this) {
      if (wake == null || number != wakes) {
        return; // disposed too late to stop it; its thread may have been interrupted by that
      }
      wake = null;
    }
    grant();
  }

  /** The share of the full rate that holds now. */
  private double share(long now) {
    return Math.min(1, share * Math.pow(RECOVERY_PER_MINUTE, (now - slowedAt) / MINUTE_NANOS));
  }

  private double interval(long now) {
    return fullInterval / share(now);
  }

  private void leave(Waiter waiter) {
    synchronized (this) {
      if (waiters.remove(waiter)) {
        wakeLater(ticker.nanos());
      }
    }
  }

  private final class Waiter implements Disposable {
    private final CompletableObserver observer;
    private final AtomicBoolean over = new AtomicBoolean();

    Waiter(CompletableObserver observer) {
      this.observer = observer;
    }

    /** False if it has left meanwhile. */
    boolean grant() {
      boolean waits = over.compareAndSet(false, true);
      if (waits) {
        Contained.run(observer::onComplete); // there may be others who are granted theirs next
      }
      return waits;
    }

    @Override
    public void dispose() {
      if (over.compareAndSet(false, true)) {
        leave(this);
      }
    }

    @Override
    public boolean isDisposed() {
      return over.get();
    }
  }
}
