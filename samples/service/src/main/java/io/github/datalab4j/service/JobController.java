package io.github.datalab4j.service;

import io.reactivex.rxjava3.core.BackpressureStrategy;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The service over HTTP. RxJava's types go straight to WebFlux, which subscribes and disposes. */
@RestController
@RequestMapping("/api/jobs")
final class JobController {
  private static final int LISTED = 20;

  private final Submissions submissions;
  private final Watches watches;
  private final JobStore store;
  private final Database database;

  JobController(Submissions submissions, Watches watches, JobStore store, Database database) {
    this.submissions = submissions;
    this.watches = watches;
    this.store = store;
    this.database = database;
  }

  /** Takes a document, and answers before it is sent on: {@code Location} is the job. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Single<ResponseEntity<JobView>> submit(@RequestBody Mono<MultiValueMap<String, Part>> parts) {
    return submissions
        .receive(Single.fromPublisher(parts).flatMap(this::submit))
        .map(
            job ->
                ResponseEntity.accepted()
                    .location(URI.create("/api/jobs/" + job.id()))
                    .body(JobView.of(job)));
  }

  /** The latest jobs. */
  @GetMapping
  Single<List<JobView>> latest() {
    return database
        .call(() -> store.latest(LISTED))
        .map(rows -> rows.stream().map(JobView::of).toList());
  }

  /** A job as it stands in the database; Datalab is not asked. */
  @GetMapping("/{id}")
  Single<JobView> job(@PathVariable String id) {
    return watches.stored(id);
  }

  /** Each change of a job up to its end, as server-sent events. */
  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flowable<ServerSentEvent<JobView>> events(@PathVariable String id) {
    return watches
        .watch(id)
        .throttleLatest(200, TimeUnit.MILLISECONDS, true)
        .toFlowable(BackpressureStrategy.LATEST)
        .map(job -> ServerSentEvent.builder(job).build())
        .publish(
            jobs -> jobs.mergeWith(signsOfLife().takeUntil(jobs.ignoreElements().toFlowable())));
  }

  /** Waits for the end of a job: its result, or its problem. */
  @GetMapping("/{id}/result")
  Single<JobView.Result> result(@PathVariable String id) {
    return watches.watch(id).lastOrError().map(JobController::result);
  }

  private Single<JobRow> submit(MultiValueMap<String, Part> form) {
    return Single.fromCallable(() -> UploadForm.of(form))
        .flatMap(submissions::submit)
        .doFinally(() -> UploadForm.delete(form));
  }

  private static JobView.Result result(JobView job) {
    if (job.problem() != null) {
      throw new ErrorResponseException(
          HttpStatusCode.valueOf(job.problem().getStatus()), job.problem(), null);
    }
    if (job.result() != null) {
      return job.result();
    }
    throw new ResponseStatusException(
        HttpStatus.SERVICE_UNAVAILABLE, "The service stops before the job does: ask again.");
  }

  /** Comments that keep proxies from closing a stream in which nothing happens. */
  private static Flowable<ServerSentEvent<JobView>> signsOfLife() {
    return Flowable.interval(15, TimeUnit.SECONDS)
        .onBackpressureDrop()
        .map(tick -> ServerSentEvent.<JobView>builder().comment("still here").build());
  }
}
