package io.github.datalab4j;

import io.reactivex.rxjava3.core.Scheduler;
import java.util.Random;

/** What a submission needs of the client. */
final class SubmissionContext {
  final String processorId;
  final long timeoutMillis;
  final RequestBudget budget;
  final Scheduler timer;
  final Scheduler callbacks;
  final Random random;
  final DatalabEventListener listener;

  SubmissionContext(
      String processorId,
      long timeoutMillis,
      RequestBudget budget,
      Scheduler timer,
      Scheduler callbacks,
      Random random,
      DatalabEventListener listener) {
    this.processorId = processorId;
    this.timeoutMillis = timeoutMillis;
    this.budget = budget;
    this.timer = timer;
    this.callbacks = callbacks;
    this.random = random;
    this.listener = listener;
  }
}
