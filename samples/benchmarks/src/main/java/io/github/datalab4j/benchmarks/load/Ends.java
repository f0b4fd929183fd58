package io.github.datalab4j.benchmarks.load;

import io.reactivex.rxjava3.plugins.RxJavaPlugins;

/** What no job that waits for an hour comes to: it is told as an undeliverable error. */
final class Ends {
  private Ends() {}

  static void seen(Object end) {
    RxJavaPlugins.onError(new IllegalStateException("a job ended: " + end));
  }

  static void failed(Throwable error) {
    RxJavaPlugins.onError(error);
  }
}
