package io.github.datalab4j;

/** What the parts of one client share. */
final class ClientContext {
  final HttpStack http;
  final StatusService statuses;
  final JobContext jobs;
  final OpenWork open = new OpenWork();

  ClientContext(HttpStack http, JobContext jobs) {
    this.http = http;
    this.statuses = new StatusService(http);
    this.jobs = jobs;
  }
}
