package io.github.datalab4j;

import io.reactivex.rxjava3.core.Scheduler;
import java.util.Random;

/** What jobs need of their client: time, chance, threads, budget, and who listens. */
final class JobContext {
  final RequestBudget budget;
  final Scheduler timer;
  final Ticker ticker;
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
    this(budget, timer, Ticker.of(timer), callbacks, random, listener, submitTimeoutMillis);
  }

  JobContext(
      RequestBudget budget,
      Scheduler timer,
      Ticker ticker,
      Scheduler callbacks,
      Random random,
      DatalabEventListener listener,
      long submitTimeoutMillis) {
    this.budget = budget;
    this.timer = timer;
    this.ticker = ticker;
    this.callbacks = callbacks;
    this.random = random;
    this.listener = listener;
    this.submitTimeoutMillis = submitTimeoutMillis;
  }
}
