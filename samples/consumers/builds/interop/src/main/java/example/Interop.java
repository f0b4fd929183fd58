package example;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.GeneratedProcessor;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.ProcessorStatus;
import io.reactivex.rxjava3.core.BackpressureStrategy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.FlowAdapters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The same job for each of the other ways to wait. */
public final class Interop {
  private Interop() {}

  /** Arguments: base URL and API key. */
  public static void main(String[] args) {
    try (Datalab datalab =
        Datalab.builder()
            .apiKey(args[1])
            .baseUrl(args[0])
            .pollPolicy(PollPolicy.fixed(20, TimeUnit.MILLISECONDS))
            .build()) {
      reactor(job(datalab));
      future(job(datalab));
      cancelledFuture(job(datalab));
      flow(job(datalab));
      blocking(job(datalab));
    }
  }

  private static GenerationJob job(Datalab datalab) {
    Iteration iteration = Iteration.builder("Keep footnotes with their tables").build();
    return datalab.customProcessors().iterate("cp_12345", iteration);
  }

  private static void reactor(GenerationJob job) {
    // region reactor
    Flux<ProcessorStatus> statuses =
        Flux.from(job.statuses().toFlowable(BackpressureStrategy.LATEST));
    Mono<GeneratedProcessor> result = Mono.from(job.result().toFlowable());
    // endregion
    System.out.println("reactor " + statuses.blockLast().status() + " " + made(result.block()));
  }

  private static void future(GenerationJob job) {
    // region future
    CompletableFuture<GeneratedProcessor> result =
        job.result().toCompletionStage().toCompletableFuture();
    // endregion
    System.out.println("future " + made(result.join()));
  }

  private static void cancelledFuture(GenerationJob job) {
    CompletableFuture<GeneratedProcessor> result =
        job.result().toCompletionStage().toCompletableFuture();
    System.out.println("cancelled " + result.cancel(true) + " " + result.isCancelled());
  }

  private static void flow(GenerationJob job) {
    // region flow
    Flow.Publisher<ProcessorStatus> statuses =
        FlowAdapters.toFlowPublisher(job.statuses().toFlowable(BackpressureStrategy.LATEST));
    // endregion
    LastOf<ProcessorStatus> last = new LastOf<>();
    statuses.subscribe(last);
    System.out.println("flow " + last.value().join().status());
  }

  private static void blocking(GenerationJob job) {
    // region blocking
    List<ProcessorStatus> statuses = job.statuses().toList().blockingGet();
    GeneratedProcessor result = job.result().blockingGet(); // the same job: nothing is sent again
    // endregion
    System.out.println(
        "blocking " + statuses.get(statuses.size() - 1).status() + " " + made(result));
  }

  private static String made(GeneratedProcessor processor) {
    return processor.processorId();
  }
}
