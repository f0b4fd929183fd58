package io.github.datalab4j.service;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.functions.Action;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Where JDBC blocks: threads of its own, as many as the pool has connections. They are never
 * interrupted by a dispose: H2 closes its file when a thread is interrupted in it.
 */
@Component
final class Database implements DisposableBean {
  private static final int CONNECTIONS = 10; // HikariCP's default

  private final ExecutorService threads =
      new ThreadPoolExecutor(
          CONNECTIONS,
          CONNECTIONS,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          new ThreadPoolExecutor.DiscardPolicy()); // after the end nobody waits for an answer
  private final Scheduler scheduler = Schedulers.from(threads);

  /** Takes the pool only to be destroyed before it. */
  Database(DataSource pool) {}

  Scheduler scheduler() {
    return scheduler;
  }

  <T> Single<T> call(Callable<T> query) {
    return Single.fromCallable(query).subscribeOn(scheduler);
  }

  Completable run(Action statement) {
    return Completable.fromAction(statement).subscribeOn(scheduler);
  }

  @Override
  public void destroy() throws InterruptedException {
    threads.shutdown();
    threads.awaitTermination(10, TimeUnit.SECONDS);
  }
}
