package io.github.datalab4j;

import java.util.concurrent.Executor;

/** What the parts of one client share. */
final class ClientContext {
  final HttpStack http;
  final StatusService statuses;
  final JobContext jobs;

  /** For what the user's own code may block. */
  final Executor threads;

  final OpenWork open = new OpenWork();

  ClientContext(HttpStack http, JobContext jobs, Executor threads) {
    this.http = http;
    this.statuses = new StatusService(http);
    this.jobs = jobs;
    this.threads = threads;
  }
}
