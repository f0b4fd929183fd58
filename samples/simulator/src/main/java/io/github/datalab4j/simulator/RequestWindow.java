package io.github.datalab4j.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Counts the requests of the last minute against a {@link RateLimit}. */
final class RequestWindow {
  private static final long WINDOW_MILLIS = 60_000;

  private final Deque<Long> counted = new ArrayDeque<>();
  private RateLimit limit;

  RequestWindow(RateLimit limit) {
    this.limit = limit;
  }

  synchronized void limit(RateLimit limit) {
    this.limit = limit;
    counted.clear();
  }

  /** Counts one request; the 429 to give when it is one too many. */
  synchronized @Nullable Answer refusal(long now) {
    while (!counted.isEmpty() && counted.peekFirst() <= now - WINDOW_MILLIS) {
      counted.removeFirst();
    }
    if (limit.perMinute == Integer.MAX_VALUE) {
      return null;
    }
    if (counted.size() < limit.perMinute) {
      counted.addLast(now);
      return null;
    }
    return refusal(now, counted.getFirst() + WINDOW_MILLIS);
  }

  private Answer refusal(long now, long freeAt) {
    Answer answer = Answer.detail(429, "Rate limit exceeded");
    long seconds = (freeAt - now + 999) / 1000;
    switch (limit.hint) {
      case SECONDS:
        return answer.header("retry-after", Long.toString(seconds));
      case DATE:
        return answer.header("retry-after", Timestamps.httpDate(freeAt + 999));
      default:
        return answer;
    }
  }
}
