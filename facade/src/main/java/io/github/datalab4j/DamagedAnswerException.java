package io.github.datalab4j;

import java.io.IOException;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** An answer with success whose body is lost; its start and its Retry-After are kept. */
abstract class DamagedAnswerException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable ByteString start;
  private volatile long retryAfterMillis;

  DamagedAnswerException(@Nullable String message, @Nullable Throwable cause, ByteString start) {
    super(message, cause);
    this.start = start;
  }

  /** The start of the body, as far as it came. */
  ByteString start() {
    return start == null ? ByteString.EMPTY : start;
  }

  /** Takes over what only the call knows. */
  void askedToWait(long millis) {
    retryAfterMillis = millis;
  }

  long retryAfterMillis() {
    return retryAfterMillis;
  }
}
