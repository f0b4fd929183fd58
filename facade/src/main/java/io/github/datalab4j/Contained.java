package io.github.datalab4j;

import io.reactivex.rxjava3.functions.Action;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;

/** Runs what may not keep the rest from being done, where what it runs is not all ours. */
final class Contained {
  private Contained() {}

  /**
   * What the action throws goes to RxJava's error handler, as that of a disposal does there. Unlike
   * there, nothing counts as fatal: a class that is missing may not make a stream hang.
   */
  static void run(Action action) {
    try {
      action.run();
    } catch (Throwable e) {
      RxJavaPlugins.onError(e);
    }
  }
}
