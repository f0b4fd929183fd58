package io.github.datalab4j.service;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.datalab4j.RequestBudget;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.functions.Supplier;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One budget for all instances, in PostgreSQL and by its clock: a Bucket4j bucket makes the even
 * pace, and a {@link RequestWindow} bounds what Datalab can count in a minute, however late a
 * request arrives there.
 *
 * <p>Each instance lets its waiters queue, and reserves one permit at a time for the first of them:
 * that makes turns between instances, and holds no thread while the permit's time comes. A permit
 * whose waiter has left goes to the next one, or is given back.
 */
final class SharedBudget extends Completable implements RequestBudget {
  private static final Logger LOG = LoggerFactory.getLogger(SharedBudget.class);
  private static final long ROW = 1; // of the pause
  private static final double SHORTEST_PAUSE = 1;
  private static final double LONGEST_PAUSE = Duration.ofHours(1).toSeconds();

  private final JdbcClient sql;
  private final Database database;
  private final BucketProxy bucket;
  private final RequestWindow window;
  private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean granting = new AtomicBoolean();

  /** A budget of {@code perMinute} requests in any minute, at even distances. */
  SharedBudget(int perMinute, DataSource pool, Database database) {
    this.sql = JdbcClient.create(pool);
    this.database = database;
    this.window = new RequestWindow(perMinute, pool);
    BucketConfiguration limit =
        BucketConfiguration.builder()
            .addLimit(rate -> rate.capacity(1).refillGreedy(perMinute, Duration.ofSeconds(61)))
            .build();
    bucket =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool)
            .clientClock(new DatabaseClock())
            .build()
            .builder()
            .build((long) perMinute, () -> limit); // a row of its own: a row keeps its first limit
  }

  @Override
  public Completable acquire() {
    return this;
  }

  @Override
  protected void subscribeActual(CompletableObserver observer) {
    Waiter waiter = new Waiter(observer);
    observer.onSubscribe(waiter);
    waiters.add(waiter);
    if (waiter.isDisposed()) {
      waiters.remove(waiter);
    }
    grant();
  }

  /** Returns at once: where the database is away, the request counts until it surely is over. */
  @Override
  public void release() {
    Disposable unused =
        database
            .run(window::end)
            .subscribe(() -> {}, error -> LOG.warn("The end of a request is not recorded.", error));
  }

  @Override
  public void throttled(long retryAfter, TimeUnit unit) {
    double asked = unit.toMillis(retryAfter) / 1000.0;
    double seconds = Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, asked));
    Disposable unused =
        database
            .run(
                () ->
                    sql.sql(
                            "insert into budget_pause (id, paused_until)"
                                + " values (:row, clock_timestamp() + :seconds * interval '1 second')"
                                + " on conflict (id) do update set paused_until ="
                                + " greatest(budget_pause.paused_until, excluded.paused_until)")
                        .param("row", ROW)
                        .param("seconds", seconds)
                        .update())
            .subscribe(() -> {}, error -> LOG.warn("The other instances are not slowed.", error));
  }

  private void grant() {
    if (!waiters.isEmpty() && granting.compareAndSet(false, true)) {
      Disposable unused =
          permit()
              .doFinally(
                  () -> {
                    granting.set(false);
                    grant();
                  })
              .subscribe(this::permitted, this::refused);
    }
  }

  private Completable permit() {
    return database
        .call(() -> bucket.consumeIgnoringRateLimits(1))
        .flatMapCompletable(nanos -> after(nanos, this::unpaused));
  }

  /** A permit that lies before the end of a pause is given up for one after it. */
  private Completable unpaused() {
    return database
        .call(this::isPaused)
        .flatMapCompletable(
            paused -> paused ? pauseOver().andThen(Completable.defer(this::permit)) : begun());
  }

  /** Looked at again and again: somebody may lift it. */
  private Completable pauseOver() {
    return database
        .call(this::isPaused)
        .repeatWhen(looks -> looks.delay(1, TimeUnit.SECONDS))
        .takeUntil(paused -> !paused)
        .ignoreElements();
  }

  private Completable begun() {
    return database
        .call(window::begin)
        .flatMapCompletable(
            full -> full == 0 ? Completable.complete() : after(full, this::unpaused));
  }

  private static Completable after(long nanos, Supplier<Completable> next) {
    return Completable.timer(nanos, TimeUnit.NANOSECONDS).andThen(Completable.defer(next));
  }

  private boolean isPaused() {
    return sql.sql("select paused_until > clock_timestamp() from budget_pause where id = :row")
        .param("row", ROW)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private void permitted() {
    for (Waiter next = waiters.poll(); next != null; next = waiters.poll()) {
      if (next.leave()) {
        next.observer.onComplete();
        return;
      }
    }
    release();
  }

  private void refused(Throwable error) {
    for (Waiter next = waiters.poll(); next != null; next = waiters.poll()) {
      if (next.leave()) {
        next.observer.onError(error);
        return;
      }
    }
  }

  /** Asked while the bucket's row is locked, so that no instance's clock counts. */
  private final class DatabaseClock implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return sql.sql("select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)")
              .query(Long.class)
              .single()
          * 1000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  /** Either it is answered, or it is disposed of: a permit that is answered is the waiter's. */
  private final class Waiter implements Disposable {
    final CompletableObserver observer;
    private final AtomicBoolean over = new AtomicBoolean();

    Waiter(CompletableObserver observer) {
      this.observer = observer;
    }

    boolean leave() {
      return over.compareAndSet(false, true);
    }

    @Override
    public void dispose() {
      if (leave()) {
        waiters.remove(this);
      }
    }

    @Override
    public boolean isDisposed() {
      return over.get();
    }
  }
}
