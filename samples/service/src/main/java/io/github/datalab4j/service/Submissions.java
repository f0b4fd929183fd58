package io.github.datalab4j.service;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.DatalabException;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.TokenHookException;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ResponseStatusException;

/** Sends jobs. That needs no browser: who leaves after the upload finds the job later. */
@Component
final class Submissions implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);
  private static final String RETRY_AFTER_SECONDS = "10";

  private final Datalab datalab;
  private final JobStore store;
  private final Outcome outcome;
  private final Database database;
  private final UploadFolder folder;
  private final int uploadsAtOnce;
  private final AtomicInteger receiving = new AtomicInteger();
  private final Map<String, Sending> sending = new ConcurrentHashMap<>();

  Submissions(
      Datalab datalab,
      JobStore store,
      Outcome outcome,
      Database database,
      UploadFolder folder,
      ServiceSettings settings) {
    this.datalab = datalab;
    this.store = store;
    this.outcome = outcome;
    this.database = database;
    this.folder = folder;
    this.uploadsAtOnce = settings.uploadsAtOnce();
  }

  /** Receives a document, unless as many as may be are on the disk. */
  <T> Single<T> receive(Single<T> upload) {
    return Single.using(this::enter, entered -> upload, entered -> receiving.decrementAndGet());
  }

  /** Records the job, and starts to send it. */
  Single<JobRow> submit(UploadForm form) {
    return form.upload(folder.path())
        .flatMap(
            upload ->
                Single.fromCallable(() -> job(form, upload))
                    .flatMap(job -> submit(form, upload, job))
                    .doOnError(error -> upload.delete())
                    .cache()); // who leaves now does not keep from sending what is recorded
  }

  /** The job while this instance sends it. */
  @Nullable Sending sending(String id) {
    return sending.get(id);
  }

  /** The jobs that this instance sends. */
  Set<String> ids() {
    return sending.keySet();
  }

  /** What waits for its answer ends as unknown, and that is recorded before the database goes. */
  @Override
  public void destroy() {
    List<Completable> ends = sending.values().stream().<Completable>map(Sending::recorded).toList();
    datalab.close();
    if (!Completable.merge(ends).blockingAwait(10, TimeUnit.SECONDS)) {
      LOG.warn("The ends of {} jobs are not recorded.", sending.size());
    }
  }

  private int enter() {
    int entered = receiving.incrementAndGet();
    if (entered + sending.size() > uploadsAtOnce) {
      receiving.decrementAndGet();
      throw full();
    }
    return entered;
  }

  private static ErrorResponseException full() {
    String why = "Too many documents are under way: send yours again in a moment.";
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, why);
    ErrorResponseException full =
        new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE, problem, null);
    full.getHeaders().set("Retry-After", RETRY_AFTER_SECONDS);
    return full;
  }

  private NewJob job(UploadForm form, Upload upload) {
    String id = UUID.randomUUID().toString();
    try {
      Iteration iteration = Iteration.builder(form.request()).file(upload.document()).build();
      GenerationJob job =
          datalab
              .customProcessors()
              .withOnAccepted(token -> database.run(() -> store.accepted(id, token)))
              .iterate(form.processorId(), iteration);
      return new NewJob(id, new Sending(job));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
  }

  private Single<JobRow> submit(UploadForm form, Upload upload, NewJob job) {
    return database
        .call(
            () -> {
              store.insert(job.id(), form.processorId(), upload.name());
              return store.find(job.id()).orElseThrow();
            })
        .doOnSuccess(row -> send(job, upload));
  }

  private void send(NewJob job, Upload upload) {
    String id = job.id();
    sending.put(id, job.sending());
    Disposable unused =
        job.sending()
            .token()
            .retryWhen(errors -> untilRecorded(id, errors))
            .ignoreElement()
            .onErrorResumeNext(error -> record(id, error))
            .doFinally(
                () -> {
                  upload.delete();
                  sending.remove(id);
                  job.sending().recorded().onComplete();
                })
            .subscribe(
                () -> {}, error -> LOG.error("The end of job {} is not recorded.", id, error));
  }

  /**
   * The answer is here and not in the database, which is away. For a token, the client calls the
   * hook again, and sends no more.
   */
  private static Flowable<Long> untilRecorded(String id, Flowable<Throwable> errors) {
    return errors.flatMap(
        error -> {
          if (!(error instanceof TokenHookException)
              && !(error instanceof DataAccessResourceFailureException)) {
            return Flowable.error(error);
          }
          LOG.warn("The end of job {} is not recorded yet: {}", id, error.getMessage());
          return Flowable.timer(1, TimeUnit.SECONDS);
        });
  }

  private Completable record(String id, Throwable error) {
    return error instanceof DatalabException known
        ? database.run(() -> record(id, known)).retryWhen(errors -> untilRecorded(id, errors))
        : Completable.error(error);
  }

  private void record(String id, DatalabException error) {
    if (error.token() != null) { // accepted, and the hook may not have finished
      store.accepted(id, error.token());
    }
    outcome.record(id, error);
  }

  private record NewJob(String id, Sending sending) {}
}
