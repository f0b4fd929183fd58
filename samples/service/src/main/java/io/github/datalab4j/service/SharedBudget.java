package io.github.datalab4j.service;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.datalab4j.RequestBudget;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableEmitter;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One budget for all instances: a Bucket4j bucket in PostgreSQL, by the database's clock.
 *
 * <p>Each instance lets its waiters queue, and reserves one permit at a time for the first of them:
 * that makes turns between instances, costs one transaction a permit, and holds no thread while the
 * permit's time comes. A permit whose waiter has left goes to the next one, or lapses.
 */
final class SharedBudget implements RequestBudget {
  private static final Logger LOG = LoggerFactory.getLogger(SharedBudget.class);
  private static final long ROW = 1;

  private final JdbcClient sql;
  private final Database database;
  private final BucketProxy bucket;
  private final Queue<CompletableEmitter> waiters = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean granting = new AtomicBoolean();

  /**
   * A budget of {@code perMinute} requests in any minute, at even distances. A second of each
   * minute is kept in hand for requests that overtake each other on their way.
   */
  SharedBudget(int perMinute, DataSource pool, JdbcClient sql, Database database) {
    this.sql = sql;
    this.database = database;
    BucketConfiguration limit =
        BucketConfiguration.builder()
            .addLimit(rate -> rate.capacity(1).refillGreedy(perMinute, Duration.ofSeconds(61)))
            .build();
    bucket =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool)
            .clientClock(new DatabaseClock())
            .build()
            .builder()
            .build(ROW, () -> limit);
  }

  @Override
  public Completable acquire() {
    return Completable.create(
        waiter -> {
          waiters.add(waiter);
          waiter.setCancellable(() -> waiters.remove(waiter));
          grant();
        });
  }

  @Override
  public void throttled(long retryAfter, TimeUnit unit) {
    double seconds = Math.max(1, unit.toMillis(retryAfter) / 1000.0);
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
              .subscribe(() -> next(CompletableEmitter::onComplete), this::refuse);
    }
  }

  /** A permit that lies before the end of a pause is given up for one after it. */
  private Completable permit() {
    return database
        .call(() -> bucket.consumeIgnoringRateLimits(1))
        .flatMap(nanos -> Single.timer(nanos, TimeUnit.NANOSECONDS))
        .flatMap(due -> database.call(this::pauseNanos))
        .flatMapCompletable(
            pause ->
                pause == 0
                    ? Completable.complete()
                    : Completable.timer(pause, TimeUnit.NANOSECONDS)
                        .andThen(Completable.defer(this::permit)));
  }

  private long pauseNanos() {
    return sql.sql(
            "select greatest(0, extract(epoch from paused_until - clock_timestamp()))"
                + " from budget_pause where id = :row")
        .param("row", ROW)
        .query(Double.class)
        .optional()
        .map(seconds -> (long) (seconds * 1e9))
        .orElse(0L);
  }

  private void refuse(Throwable error) {
    next(waiter -> waiter.tryOnError(error));
  }

  private void next(Consumer<CompletableEmitter> answer) {
    @Nullable CompletableEmitter first = waiters.poll();
    if (first != null) {
      answer.accept(first);
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
}
