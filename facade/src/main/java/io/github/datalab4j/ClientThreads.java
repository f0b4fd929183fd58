package io.github.datalab4j;

import io.reactivex.rxjava3.core.Scheduler;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The threads that one client has of its own, beside those of its HTTP calls: where what is the
 * user's is timed, delivered and asked, though it may refuse, be shut down or block. There are none
 * while nothing waits or runs.
 */
final class ClientThreads {
  private static final int REQUESTS_PER_MINUTE = 200;

  private final ClientTimer timer = new ClientTimer();
  private final ForeignThreads foreign = new ForeignThreads();

  Scheduler timer(@Nullable Scheduler users) {
    return users == null ? timer.scheduler() : FailoverTimer.of(users, timer.scheduler());
  }

  Scheduler callbacks(Scheduler users) {
    return new CallbackScheduler(users, timer.scheduler(), foreign);
  }

  RequestBudget budget(@Nullable RequestBudget users, Scheduler timing) {
    return users == null
        ? new MemoryBudget(REQUESTS_PER_MINUTE, timing)
        : OffThreadBudget.of(users, blocking(timing));
  }

  /** For code of the user's own that may block. */
  Executor blocking(Scheduler timing) {
    return foreign.unlessVirtual(timing);
  }

  /** Lets idle threads go at once. What comes too late still runs. */
  void close() {
    timer.close();
    foreign.close();
  }
}
