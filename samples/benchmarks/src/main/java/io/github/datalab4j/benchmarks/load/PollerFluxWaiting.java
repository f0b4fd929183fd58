package io.github.datalab4j.benchmarks.load;

import com.azure.core.util.polling.LongRunningOperationStatus;
import com.azure.core.util.polling.PollResponse;
import com.azure.core.util.polling.PollerFlux;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Azure's poller. It polls only after its interval; the answer that it keeps is the activation's.
 */
final class PollerFluxWaiting implements Waiting {
  private final Runnable polled;

  PollerFluxWaiting(Runnable polled) {
    this.polled = polled;
  }

  @Override
  public void watch(String job) {
    PollerFlux<CustomProcessorStatusResponse, String> poller =
        PollerFlux.create(
            Duration.ofHours(HOURS_BETWEEN_POLLS),
            context -> poll(),
            context -> poll(),
            (context, activation) -> Mono.empty(),
            context -> Mono.just(job));
    poller.last().subscribe(Ends::seen, Ends::failed);
  }

  private Mono<PollResponse<CustomProcessorStatusResponse>> poll() {
    return Mono.fromCallable(
        () -> {
          CustomProcessorStatusResponse answer = ProcessingAnswer.decoded();
          polled.run();
          return new PollResponse<>(LongRunningOperationStatus.IN_PROGRESS, answer);
        });
  }
}
