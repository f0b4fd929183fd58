package io.github.datalab4j;

import java.io.IOException;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** An answer with success whose body could not be decoded; its start is kept. */
final class UnreadableAnswerException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable ByteString start;
  private final @Nullable String jsonPath;

  /**
   * Takes the fault's own words.
   *
   * @param jsonPath where well-formed JSON is not what the document promises; null when it is no
   *     JSON, or not whole
   */
  UnreadableAnswerException(
      @Nullable String message,
      @Nullable Throwable cause,
      ByteString start,
      @Nullable String jsonPath) {
    super(message, cause);
    this.start = start;
    this.jsonPath = jsonPath;
  }

  /** The start of the body, or the whole of it. */
  ByteString start() {
    return start == null ? ByteString.EMPTY : start;
  }

  @Nullable String jsonPath() {
    return jsonPath;
  }
}
