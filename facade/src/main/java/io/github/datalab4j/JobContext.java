package io.github.datalab4j;

import io.reactivex.rxjava3.core.Scheduler;
import java.util.Random;

/** What jobs need of their client: time, chance, threads, budget, and who listens. */
final class JobContext {
  final RequestBudget budget;
  final Scheduler timer;
  final Scheduler callbacks;
  final Random random;
  final DatalabEventListener listener;
  final long submitTimeoutMillis;

  JobContext(
      RequestBudget budget,
      Scheduler timer,
      Scheduler callbacks,
      Random random,
      DatalabEventListener listener,
      long submitTimeoutMillis) {
    this.budget = budget;
    this.timer = timer;
    this.callbacks = callbacks;
    this.random = random;
    this.listener = listener;
    this.submitTimeoutMillis = submitTimeoutMillis;
  }
}
