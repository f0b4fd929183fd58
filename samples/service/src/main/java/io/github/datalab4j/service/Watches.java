package io.github.datalab4j.service;

import io.github.datalab4j.ClientClosedException;
import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.Datalab;
import io.github.datalab4j.DatalabException;
import io.github.datalab4j.GeneratedProcessor;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.JobEvent;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import io.reactivex.rxjava3.subjects.PublishSubject;
import io.reactivex.rxjava3.subjects.Subject;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Watches jobs: one watch a job, however many look. Of all instances one leads, by its lease, and
 * asks Datalab; the others follow what it records. When the last one has left, nobody asks any
 * more.
 */
@Component
final class Watches {
  private final CustomProcessors processors;
  private final Submissions submissions;
  private final JobStore store;
  private final Outcome outcome;
  private final Database database;
  private final Map<String, Observable<JobView>> shared = new ConcurrentHashMap<>();
  private final Set<String> leading = ConcurrentHashMap.newKeySet();
  private final Subject<String> lost = PublishSubject.<String>create().toSerialized();
  private final CompletableSubject closing = CompletableSubject.create();

  Watches(
      Datalab datalab,
      Submissions submissions,
      JobStore store,
      Outcome outcome,
      Database database) {
    this.processors = datalab.customProcessors();
    this.submissions = submissions;
    this.store = store;
    this.outcome = outcome;
    this.database = database;
  }

  /**
   * The job as it stands, then each change, up to the end; it ends as well when the service does.
   */
  Observable<JobView> watch(String id) {
    return shared.computeIfAbsent(
        id,
        key ->
            Observable.defer(() -> step(key))
                .repeatWhen(done -> done.delay(1, TimeUnit.SECONDS))
                .takeUntil((JobView view) -> view.state().isFinal())
                .distinctUntilChanged()
                .takeUntil(closing.toObservable())
                .doFinally(() -> shared.remove(key))
                .replay(1)
                .refCount());
  }

  /** The job as it stands in the database. */
  Single<JobView> stored(String id) {
    return find(id).map(JobView::of);
  }

  /** The jobs that this instance leads. */
  Set<String> leading() {
    return leading;
  }

  /** Another instance has taken the job: follow it. */
  void lose(String id) {
    lost.onNext(id);
  }

  /** Ends all streams, so that browsers go to another instance. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    closing.onComplete();
  }

  /** What there is to see of the job now: its watch, where this instance leads, or else its row. */
  private Observable<JobView> step(String id) {
    if (!leading.add(id)) {
      return stored(id).toObservable();
    }
    return Observable.defer(() -> lead(id))
        .onErrorResumeNext(error -> ended(id, error))
        .takeUntil(lost.filter(id::equals))
        .doFinally(() -> leave(id));
  }

  private Observable<JobView> lead(String id) {
    @Nullable Sending sending = submissions.sending(id);
    if (sending != null) {
      return find(id).flatMapObservable(row -> seen(row, sending.events(), sending.job().result()));
    }
    return find(id)
        .flatMapObservable(
            row ->
                row.state() == JobState.PROCESSING ? claim(row) : Observable.just(JobView.of(row)));
  }

  private Observable<JobView> claim(JobRow row) {
    return database
        .call(() -> store.claim(row.id()))
        .flatMapObservable(
            mine -> {
              if (!mine) {
                return Observable.just(JobView.of(row));
              }
              GenerationJob job = processors.resume(Objects.requireNonNull(row.token()));
              return seen(row, job.events(), job.result());
            });
  }

  private Observable<JobView> seen(
      JobRow row, Observable<JobEvent> events, Single<GeneratedProcessor> result) {
    return events
        .observeOn(database.scheduler())
        .map(event -> seen(row, event))
        .concatWith(
            result
                .observeOn(database.scheduler())
                .doOnSuccess(made -> store.completed(row.id(), made))
                .flatMap(made -> stored(row.id())))
        .startWithItem(JobView.of(row));
  }

  /** Called on the database's threads. */
  private JobView seen(JobRow row, JobEvent event) {
    if (event instanceof JobEvent.Upload upload) {
      return JobView.of(row).uploading(upload.sentBytes(), upload.totalBytes());
    }
    if (event instanceof JobEvent.Poll poll) {
      store.polled(row.id(), poll.status());
    }
    return JobView.of(store.find(row.id()).orElse(row));
  }

  private Observable<JobView> ended(String id, Throwable error) {
    if (error instanceof ClientClosedException) {
      return Observable.empty();
    }
    return error instanceof DatalabException known
        ? database.run(() -> outcome.record(id, known)).andThen(stored(id)).toObservable()
        : Observable.error(error);
  }

  private void leave(String id) {
    Disposable unused =
        database
            .run(() -> store.release(id))
            .onErrorComplete() // then the lease runs out
            .subscribe(() -> leading.remove(id));
  }

  private Single<JobRow> find(String id) {
    return database.call(
        () ->
            store
                .find(id)
                .orElseThrow(
                    () ->
                        new ResponseStatusException(
                            HttpStatus.NOT_FOUND, "There is no job " + id + ".")));
  }
}
