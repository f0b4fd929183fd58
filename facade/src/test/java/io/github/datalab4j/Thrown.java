package io.github.datalab4j;

import java.io.IOException;
import java.util.stream.Stream;

/** What code of a user's own may throw, declared or not: Kotlin knows no checked exceptions. */
final class Thrown {
  private Thrown() {}

  static Stream<Throwable> anything() {
    return Stream.of(
        new IllegalStateException("mine"),
        new IOException("mine"),
        new AssertionError("mine"),
        new NoClassDefFoundError("mine"),
        new StackOverflowError("mine"));
  }

  /** Throws it as it is. */
  @SuppressWarnings("unchecked")
  static <E extends Throwable> RuntimeException undeclared(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
