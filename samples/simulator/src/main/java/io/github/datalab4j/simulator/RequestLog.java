package io.github.datalab4j.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What was received, the newest up to a bound. */
final class RequestLog {
  private final int bound;
  private final Changes changes;
  private final Deque<ReceivedRequest> requests = new ArrayDeque<>();
  private final Deque<ReceivedIteration> iterations = new ArrayDeque<>();

  RequestLog(int bound, Changes changes) {
    this.bound = bound;
    this.changes = changes;
  }

  void add(ReceivedRequest request) {
    add(requests, request);
  }

  void add(ReceivedIteration iteration) {
    add(iterations, iteration);
  }

  private <T> void add(Deque<T> kept, T one) {
    synchronized (this) {
      kept.addLast(one);
      if (kept.size() > bound) {
        kept.removeFirst();
      }
    }
    changes.happened();
  }

  synchronized List<ReceivedRequest> requests() {
    return Collections.unmodifiableList(new ArrayList<>(requests));
  }

  synchronized List<ReceivedIteration> iterations() {
    return Collections.unmodifiableList(new ArrayList<>(iterations));
  }

  synchronized void clear() {
    requests.clear();
    iterations.clear();
  }

  ReceivedRequest await(On on, long timeout, TimeUnit unit) throws InterruptedException {
    changes.await(() -> !matching(on).isEmpty(), timeout, unit);
    List<ReceivedRequest> found = matching(on);
    if (found.isEmpty()) {
      throw new AssertionError("no request for " + on + " within the time; came: " + requests());
    }
    return found.get(0);
  }

  List<ReceivedRequest> matching(On on) {
    List<ReceivedRequest> matching = new ArrayList<>();
    long calls = 0;
    for (ReceivedRequest request : requests()) {
      if (on.isOperation(request) && on.includes(++calls)) {
        matching.add(request);
      }
    }
    return Collections.unmodifiableList(matching);
  }
}
