package io.github.datalab4j;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** What came of one tick of a {@link PollLoop}: a value, or an answer that was borne. */
final class PollEvent<T> {
  private final int number;
  private final @Nullable T value;
  private final @Nullable Throwable error;

  private PollEvent(int number, @Nullable T value, @Nullable Throwable error) {
    this.number = number;
    this.value = value;
    this.error = error;
  }

  static <T> PollEvent<T> value(int number, T value) {
    return new PollEvent<>(number, requireNonNull(value, "value"), null);
  }

  static <T> PollEvent<T> bad(int number, Throwable error) {
    return new PollEvent<>(number, null, requireNonNull(error, "error"));
  }

  /** The tick within its run of the loop, from 1. */
  int number() {
    return number;
  }

  boolean isValue() {
    return value != null;
  }

  /** Only where {@link #isValue()}. */
  T value() {
    return requireNonNull(value, "no value");
  }

  /** Only where not {@link #isValue()}. */
  Throwable error() {
    return requireNonNull(error, "no error");
  }

  @Override
  public String toString() {
    return "#" + number + " " + (error == null ? value : error);
  }
}
