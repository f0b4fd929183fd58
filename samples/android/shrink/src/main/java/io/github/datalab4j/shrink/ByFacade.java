package io.github.datalab4j.shrink;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.Document;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.PollPolicy;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.BehaviorSubject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What {@link CarefulByHand} does, with this library. Arguments: base URL and API key. */
public final class ByFacade {
  private static final byte[] PDF = {'%', 'P', 'D', 'F'};

  private final BehaviorSubject<String> state = BehaviorSubject.createDefault("sending");
  private final CompositeDisposable watching = new CompositeDisposable();

  private ByFacade() {}

  public static void main(String[] args) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Datalab datalab =
        Datalab.builder()
            .baseUrl(args[0])
            .apiKey(args[1])
            .pollPolicy(PollPolicy.fixed(20, TimeUnit.MILLISECONDS))
            .callbackScheduler(Schedulers.from(thread))
            .build()) {
      ByFacade screen = new ByFacade();
      screen.watch(datalab.customProcessors().iterate("cp_12345", iteration()));
      screen.state.distinctUntilChanged().blockingForEach(System.out::println);
      screen.watching.dispose();
    }
    thread.shutdown();
  }

  private void watch(GenerationJob job) {
    watching.add(
        job.statuses()
            .map(
                answer ->
                    answer.status() + " " + answer.processorId() + " " + answer.errorMessage())
            .subscribe(state::onNext, this::fail, state::onComplete));
  }

  private static Iteration iteration() {
    return Iteration.builder("Keep footnotes with their tables")
        .file(Document.of("scan.pdf", PDF))
        .file(Document.of("note.pdf", PDF))
        .build();
  }

  private void fail(Throwable error) {
    state.onNext(error.toString());
    state.onComplete();
  }
}
