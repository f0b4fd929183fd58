package io.github.datalab4j.benchmarks.load;

import com.azure.core.util.polling.LongRunningOperationStatus;
import com.azure.core.util.polling.PollResponse;
import com.azure.core.util.polling.PollerFlux;
import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.ProcessorStatus;
import io.reactivex.rxjava3.disposables.Disposable;
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** Azure's poller around one request for a status; a poll that fails counts as still running. */
final class PollerFluxWatcher implements Watcher {
  private final CustomProcessors processors;
  private final Duration interval;

  PollerFluxWatcher(CustomProcessors processors, Duration interval) {
    this.processors = processors;
    this.interval = interval;
  }

  @Override
  public void watch(String job, Runnable seen, Consumer<Throwable> givenUp) {
    PollerFlux<String, String> poller =
        PollerFlux.create(
            interval,
            context ->
                Mono.just(new PollResponse<>(LongRunningOperationStatus.IN_PROGRESS, "accepted")),
            context -> poll(job),
            (context, activation) -> Mono.empty(),
            context -> Mono.just(job));
    poller.last().subscribe(last -> seen.run(), givenUp);
  }

  private Mono<PollResponse<String>> poll(String job) {
    Mono<ProcessorStatus> status =
        Mono.create(
            sink -> {
              Disposable poll = processors.status(job).subscribe(sink::success, sink::error);
              sink.onDispose(poll::dispose);
            });
    return status
        .map(PollerFluxWatcher::response)
        .onErrorReturn(new PollResponse<>(LongRunningOperationStatus.IN_PROGRESS, "failed poll"));
  }

  private static PollResponse<String> response(ProcessorStatus status) {
    return new PollResponse<>(
        status.isTerminal()
            ? LongRunningOperationStatus.SUCCESSFULLY_COMPLETED
            : LongRunningOperationStatus.IN_PROGRESS,
        status.status());
  }
}
