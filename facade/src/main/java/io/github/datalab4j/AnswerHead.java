package io.github.datalab4j;

import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What the head of one call's answer asked for. It is kept with the call, as its tag, because
 * Retrofit tells headers neither to a converter nor with its failure.
 */
abstract class AnswerHead {
  private volatile long retryAfterMillis;

  /** That of a call; null if it is not one of ours. */
  static @Nullable AnswerHead of(Request request) {
    @Nullable AnswerHead head = request.tag(WireInterceptor.Passes.class);
    return head == null ? request.tag(Upload.class) : head;
  }

  void arrived(Headers headers) {
    retryAfterMillis = RetryAfter.millis(headers);
  }

  /** For how long the service asked to be left alone; 0 when it did not, or has not answered. */
  long retryAfterMillis() {
    return retryAfterMillis;
  }
}
