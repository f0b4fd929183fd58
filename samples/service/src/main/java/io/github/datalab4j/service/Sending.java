package io.github.datalab4j.service;

import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.JobEvent;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.subjects.CompletableSubject;

/**
 * A job that this instance sends. {@code recorded} completes when the end of the submission stands
 * in the database.
 */
record Sending(GenerationJob job, CompletableSubject recorded) {
  Sending(GenerationJob job) {
    this(job, CompletableSubject.create());
  }

  /** Sends, and polls for as long as somebody is subscribed. */
  Observable<JobEvent> events() {
    return job.events();
  }

  /** Sends, and never polls. */
  Single<String> token() {
    return job.token();
  }
}
