package io.github.datalab4j;

import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * An answer whose body is a stream, on its way to its subscriber. It holds a connection until
 * somebody closes it: the subscriber, once he has it, and we, if he leaves before.
 */
final class StreamedAnswer {
  private @Nullable Object body;
  private boolean over;

  void arrived(Response<?> response) {
    synchronized (this) {
      if (!over) {
        body = response.body();
        return;
      }
    }
    close(response.body());
  }

  synchronized void handedOver() {
    over = true;
    body = null;
  }

  /** Does nothing after {@link #handedOver}. */
  void close() {
    Object left;
    synchronized (this) {
      left = body;
      handedOver();
    }
    close(left);
  }

  private static void close(@Nullable Object body) {
    if (body instanceof ResponseBody) {
      ((ResponseBody) body).close();
    }
  }
}
