package io.github.datalab4j.service;

import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.JobEvent;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.subjects.CompletableSubject;

/**
 * A job that this instance sends. The permit is for the submission: the client takes one for each
 * poll by itself. Whoever subscribes waits for the same permit. {@code recorded} completes when the
 * end of the submission stands in the database.
 */
record Sending(Completable permit, GenerationJob job, CompletableSubject recorded) {
  Sending(Completable permit, GenerationJob job) {
    this(permit, job, CompletableSubject.create());
  }

  /** Sends, and polls for as long as somebody is subscribed. */
  Observable<JobEvent> events() {
    return permit.andThen(job.events());
  }

  /** Sends, and never polls. */
  Single<String> token() {
    return permit.andThen(job.token());
  }
}
