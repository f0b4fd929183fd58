package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import java.io.File;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of its own, so that its heap can be small: {@code url key document} uploads the
 * document, {@code url key} watches one job after the other, by the lookup keys on its input.
 */
final class SmallHeap {
  private SmallHeap() {}

  public static void main(String[] arguments) throws Exception {
    PollPolicy policy =
        PollPolicy.builder()
            .fixed(1, TimeUnit.MILLISECONDS)
            .failuresBorne(0)
            .pollTimeout(60, TimeUnit.SECONDS)
            .build();
    try (Datalab client =
        Datalab.builder()
            .baseUrl(arguments[0])
            .apiKey(arguments[1])
            .pollPolicy(policy)
            .requestBudget(new OpenBudget())
            .build()) {
      if (arguments.length > 2) {
        System.out.println(upload(client, new File(arguments[2])));
      } else {
        watch(client);
      }
    }
  }

  private static String upload(Datalab client, File document) {
    Iteration iteration = Iteration.builder("Keep footnotes").file(Document.of(document)).build();
    return end(client.customProcessors().iterate("cp_12345", iteration));
  }

  /** All at once, so that their answers are in memory together. */
  private static void watch(Datalab client) throws Exception {
    byte[] keys = new byte[10_000];
    int length = System.in.read(keys);
    List<String> lookupKeys =
        java.util.Arrays.asList(new String(keys, 0, length, "US-ASCII").trim().split(" "));
    Completable all =
        io.reactivex.rxjava3.core.Observable.fromIterable(lookupKeys)
            .flatMapCompletable(
                key ->
                    client.customProcessors().job(key).result().ignoreElement().onErrorComplete());
    all.blockingAwait();
    for (String key : lookupKeys) {
      System.out.println(end(client.customProcessors().job(key)));
    }
  }

  private static String end(GenerationJob job) {
    try {
      return job.result().blockingGet().processorId();
    } catch (DatalabException e) {
      return e.kind().wireName();
    }
  }
}
