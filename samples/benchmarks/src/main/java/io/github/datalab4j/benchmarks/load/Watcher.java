package io.github.datalab4j.benchmarks.load;

import java.util.function.Consumer;

/** One way to watch a job of a service. */
interface Watcher {
  /**
   * Watches a job from now on.
   *
   * @param job its lookup key
   * @param seen when its end is seen
   * @param givenUp when it is not watched any more, with the reason
   */
  void watch(String job, Runnable seen, Consumer<Throwable> givenUp);
}
