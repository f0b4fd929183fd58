package io.github.datalab4j.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has something of all that a line of the API file shows. */
public interface ShownType<T extends @Nullable Object> {
  <R extends T> @Nullable R[] find(@Nullable String text, List<? extends @Nullable T> all);

  @Deprecated
  void old();
}
