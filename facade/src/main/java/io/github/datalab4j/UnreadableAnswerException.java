package io.github.datalab4j;

import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** An answer with success whose body could not be decoded; its start is kept. */
final class UnreadableAnswerException extends DamagedAnswerException {
  private static final long serialVersionUID = 1;

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
    super(message, cause, start);
    this.jsonPath = jsonPath;
  }

  @Nullable String jsonPath() {
    return jsonPath;
  }
}
