package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.Canary;
import io.github.datalab4j.rule.Traffic;
import io.github.datalab4j.rule.WatchedListener;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observers.TestObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulated Datalab and clients that call it over real HTTP. After each test: every connection
 * was given back and is closed, and the key went to no other port.
 */
final class Online implements AfterEachCallback {
  static final String KEY = Canary.KEY;
  static final String PROCESSOR = "cp_12345";
  static final PollPolicy FAST =
      PollPolicy.builder()
          .fixed(5, TimeUnit.MILLISECONDS)
          .pollTimeout(30, TimeUnit.SECONDS)
          .deadline(60, TimeUnit.SECONDS)
          .build();

  private static final long PATIENCE_SECONDS = 30;

  private final DatalabSimulator simulator =
      DatalabSimulator.builder().apiKey(KEY).processor(PROCESSOR).start();
  private final Traffic traffic = new Traffic();
  private final List<Datalab> clients = new ArrayList<>();

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    try {
      traffic.assertAllReleased();
      for (Datalab client : clients) {
        client.close();
      }
      assertTrue(
          simulator.awaitOpenConnections(0, PATIENCE_SECONDS, TimeUnit.SECONDS),
          "connections are still open");
      traffic.assertKeyWentOnlyTo(simulator.port());
    } finally {
      simulator.close();
    }
  }

  DatalabSimulator simulator() {
    return simulator;
  }

  /** Settings for the simulator: polls every 5 ms, no limit on requests. */
  Datalab.Builder builder() {
    return builder(new DatalabEventListener() {});
  }

  /** The same with a listener of the test's own. */
  Datalab.Builder builder(DatalabEventListener listener) {
    return Datalab.builder()
        .apiKey(KEY)
        .baseUrl(simulator.url())
        .pollPolicy(FAST)
        .eventListener(new WatchedListener(listener))
        .requestBudget(new OpenBudget())
        .configureOkHttp(traffic::watch);
  }

  /** Watches the calls of a client whose OkHttp a test sets up itself. */
  OkHttpClient.Builder watch(OkHttpClient.Builder client) {
    return traffic.watch(client);
  }

  /** Waits until the client has the head of an answer, and reads its body. */
  void awaitBody() throws InterruptedException {
    assertTrue(traffic.awaitBodies(1), "no answer began");
  }

  Datalab client() {
    return client(builder());
  }

  Datalab client(Datalab.Builder builder) {
    Datalab client = builder.build();
    clients.add(client);
    return client;
  }

  GenerationJob job() {
    return job(client());
  }

  GenerationJob job(Datalab client) {
    return client
        .customProcessors()
        .iterate(PROCESSOR, Iteration.builder("Keep footnotes with their tables").build());
  }

  static <T> T await(Single<T> single) {
    return done(single.test()).assertComplete().values().get(0);
  }

  static <T> List<T> await(Observable<T> items) {
    return done(items.test()).assertComplete().values();
  }

  static <E extends Throwable> E failure(Single<?> single, Class<E> type) {
    return failure(single.test(), type);
  }

  static <E extends Throwable> E failure(Observable<?> items, Class<E> type) {
    return failure(items.test(), type);
  }

  static <E extends Throwable> E failure(TestObserver<?> observer, Class<E> type) {
    List<Throwable> errors = new ArrayList<>();
    done(observer).assertError(errors::add);
    assertEquals(type, errors.get(0).getClass(), () -> String.valueOf(errors.get(0)));
    return type.cast(errors.get(0));
  }

  private static <T> TestObserver<T> done(TestObserver<T> observer) {
    return observer.awaitDone(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
