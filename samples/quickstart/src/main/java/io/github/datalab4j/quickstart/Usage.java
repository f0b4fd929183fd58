package io.github.datalab4j.quickstart;

import io.github.datalab4j.DatalabException;
import java.util.function.Supplier;

/** What the library refuses before anything is sent is the user's to mend. */
final class Usage {
  private Usage() {}

  static <T> T check(Supplier<T> call) {
    return check("", call);
  }

  /** The same, with something before the library's message, such as the option's name. */
  static <T> T check(String where, Supplier<T> call) {
    try {
      return call.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(where + e.getMessage());
    } catch (DatalabException e) {
      throw new UsageException(e.kind().wireName(), where + e.getMessage());
    }
  }
}
