package io.github.datalab4j;

import static java.util.Objects.requireNonNull;

import io.reactivex.rxjava3.functions.Function;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one request of a {@link PollLoop}. A poll answers with one of these and never by
 * an error signal, so that what is borne and what is final is decided where HTTP is understood.
 */
final class PollAnswer<T> {
  enum Kind {
    /** The operation's state was read. */
    VALUE,
    /** Nothing was read; borne, and counted among the failures in a row. */
    BAD,
    /** 429: borne, not counted; all who share the budget are slowed. */
    THROTTLED,
    /** Ends the watch for good. */
    FATAL
  }

  private final Kind kind;
  private final @Nullable T value;
  private final @Nullable Throwable error;
  private final long retryAfterMillis;

  private PollAnswer(
      Kind kind, @Nullable T value, @Nullable Throwable error, long retryAfterMillis) {
    this.kind = kind;
    this.value = value;
    this.error = error;
    this.retryAfterMillis = Math.max(0, retryAfterMillis);
  }

  /** {@code retryAfterMillis}: how long the server asked to be left alone, 0 if it did not. */
  static <T> PollAnswer<T> value(T value, long retryAfterMillis) {
    return new PollAnswer<>(Kind.VALUE, requireNonNull(value, "value"), null, retryAfterMillis);
  }

  static <T> PollAnswer<T> bad(Throwable error, long retryAfterMillis) {
    return new PollAnswer<>(Kind.BAD, null, requireNonNull(error, "error"), retryAfterMillis);
  }

  /** Of one that was not over in time; what its head asks for holds, if that has come. */
  static <T> PollAnswer<T> late(Throwable error, @Nullable Response head) {
    long asked = head == null ? 0 : RetryAfter.millis(head.headers());
    return head != null && head.code() == 429 ? throttled(error, asked) : bad(error, asked);
  }

  static <T> PollAnswer<T> throttled(Throwable error, long retryAfterMillis) {
    return new PollAnswer<>(Kind.THROTTLED, null, requireNonNull(error, "error"), retryAfterMillis);
  }

  static <T> PollAnswer<T> fatal(Throwable error) {
    return new PollAnswer<>(Kind.FATAL, null, requireNonNull(error, "error"), 0);
  }

  /** The same answer with another value, if it has one. */
  <R> PollAnswer<R> map(Function<? super T, ? extends R> mapper) throws Throwable {
    return new PollAnswer<>(
        kind, value == null ? null : mapper.apply(value), error, retryAfterMillis);
  }

  /** The same answer with another error; only where it has one. */
  PollAnswer<T> withError(Throwable other) {
    return new PollAnswer<>(kind, null, requireNonNull(other, "error"), retryAfterMillis);
  }

  Kind kind() {
    return kind;
  }

  /** Only of {@link Kind#VALUE}. */
  T value() {
    return requireNonNull(value, "no value");
  }

  /** Of every kind but {@link Kind#VALUE}. */
  Throwable error() {
    return requireNonNull(error, "no error");
  }

  long retryAfterMillis() {
    return retryAfterMillis;
  }

  @Override
  public String toString() {
    return kind + "(" + (error == null ? value : error) + ", " + retryAfterMillis + " ms)";
  }
}
