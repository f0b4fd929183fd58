package io.github.datalab4j;

import java.io.IOException;
import okio.ByteString;

/**
 * An answer with success whose body could not be read to its end; what came of it is kept, since
 * the answer to a submission may have told its check URL by then.
 */
final class BrokenAnswerException extends DamagedAnswerException {
  private static final long serialVersionUID = 1;

  private final IOException reason;

  BrokenAnswerException(IOException reason, ByteString start) {
    super(reason.getMessage(), reason, start);
    this.reason = reason;
  }

  /** Why it could not be read: a broken connection, a timeout, a limit. */
  IOException reason() {
    return reason;
  }
}
