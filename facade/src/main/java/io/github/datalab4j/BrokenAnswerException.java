package io.github.datalab4j;

import java.io.IOException;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * An answer with success whose body could not be read to its end; what came of it is kept, since
 * the answer to a submission may have told its check URL by then.
 */
final class BrokenAnswerException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable ByteString start;
  private final IOException reason;

  BrokenAnswerException(IOException reason, ByteString start) {
    super(reason.getMessage(), reason);
    this.reason = reason;
    this.start = start;
  }

  /** Why it could not be read: a broken connection, a timeout, a limit. */
  IOException reason() {
    return reason;
  }

  /** The start of the body, as far as it came. */
  ByteString start() {
    return start == null ? ByteString.EMPTY : start;
  }
}
