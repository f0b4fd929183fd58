package example;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.GeneratedProcessor;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.ReceivedRequest;
import io.reactivex.rxjava3.core.BackpressureStrategy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.reactivestreams.FlowAdapters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Leaves each of the other ways to wait while a poll is open, and says what becomes of that. */
public final class Leaving implements AutoCloseable {
  private static final PollPolicy PATIENT =
      PollPolicy.builder()
          .fixed(20, TimeUnit.MILLISECONDS)
          .pollTimeout(10, TimeUnit.MINUTES) // only who leaves closes a poll
          .build();

  private final DatalabSimulator simulator = DatalabSimulator.builder().anyProcessor().start();
  private final Datalab datalab =
      Datalab.builder().apiKey("key").baseUrl(simulator.url()).pollPolicy(PATIENT).build();
  private int polls;

  public static void main(String[] args) throws Exception {
    try (Leaving leaving = new Leaving()) {
      leaving.simulator.everyJob(Job.neverEnding()).fault(On.STATUS, Fault.stall());
      leaving.stops("Flux", Leaving::flux);
      leaving.stops("Mono", Leaving::mono);
      leaving.stops("CompletableFuture", job -> cancel(future(job)));
      leaving.goesOn("CompletableFuture's dependent");
      leaving.stops("Flow", Leaving::flow);
      leaving.stops("blocking", Leaving::blocking);
    }
  }

  private static Runnable flux(GenerationJob job) {
    return Flux.from(job.statuses().toFlowable(BackpressureStrategy.LATEST)).subscribe()::dispose;
  }

  private static Runnable mono(GenerationJob job) {
    return Mono.from(job.result().toFlowable()).subscribe()::dispose;
  }

  private static CompletableFuture<GeneratedProcessor> future(GenerationJob job) {
    return job.result().toCompletionStage().toCompletableFuture();
  }

  private static Runnable cancel(CompletableFuture<?> future) {
    return () -> future.cancel(false);
  }

  private static Runnable flow(GenerationJob job) {
    LastOf<Object> last = new LastOf<>();
    FlowAdapters.toFlowPublisher(job.statuses().toFlowable(BackpressureStrategy.LATEST))
        .subscribe(last);
    return last::cancel;
  }

  private static Runnable blocking(GenerationJob job) {
    Thread waiting = new Thread(() -> waitFor(job), "waiting");
    waiting.start();
    return waiting::interrupt;
  }

  private static void waitFor(GenerationJob job) {
    try {
      System.out.println("not expected: " + job.result().blockingGet());
    } catch (RuntimeException e) {
      if (!(e.getCause() instanceof InterruptedException)) {
        throw e;
      }
    }
  }

  private void stops(String way, Function<GenerationJob, Runnable> watch) throws Exception {
    Runnable leave = watch.apply(job());
    ReceivedRequest poll = nextPoll();
    leave.run();
    System.out.println(way + " stops: " + poll.awaitClosedByClient(1, TimeUnit.MINUTES));
  }

  private void goesOn(String way) throws Exception {
    CompletableFuture<GeneratedProcessor> result = future(job());
    CompletableFuture<String> dependent = result.thenApply(GeneratedProcessor::processorId);
    nextPoll();
    cancel(dependent).run();
    simulator.release();
    ReceivedRequest another = nextPoll();
    System.out.println(way + " goes on: " + !another.isClosedByClient());
    cancel(result).run();
    System.out.println(
        "until the first stops: " + another.awaitClosedByClient(1, TimeUnit.MINUTES));
  }

  /** Each poll is the next one: what was left before has made none since. */
  private ReceivedRequest nextPoll() throws InterruptedException {
    polls++;
    ReceivedRequest poll = simulator.awaitRequest(On.STATUS.call(polls), 1, TimeUnit.MINUTES);
    if (!simulator.awaitStalled(1, 1, TimeUnit.MINUTES)
        || simulator.requests(On.STATUS).size() != polls) {
      throw new AssertionError(simulator.requests());
    }
    return poll;
  }

  private GenerationJob job() {
    return datalab.customProcessors().iterate("cp_1", Iteration.builder("Better").build());
  }

  @Override
  public void close() {
    datalab.close();
    simulator.close();
  }
}
