package io.github.datalab4j.benchmarks.load;

import io.github.datalab4j.CustomProcessors;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.function.Consumer;

/** The facade's own loop, by whatever policy it was made with. */
final class FacadeWatcher implements Watcher {
  private final CustomProcessors processors;

  FacadeWatcher(CustomProcessors processors) {
    this.processors = processors;
  }

  @Override
  public void watch(String job, Runnable seen, Consumer<Throwable> givenUp) {
    Disposable unused = processors.job(job).result().subscribe(done -> seen.run(), givenUp::accept);
  }
}
