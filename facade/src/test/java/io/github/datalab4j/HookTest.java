package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.On;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hook that stores the token, over real HTTP. */
class HookTest {
  @RegisterExtension final Online online = new Online();

  private final List<String> stored = new CopyOnWriteArrayList<>();

  @Test
  void tokenIsStoredBeforeTheFirstPoll() {
    Datalab client =
        online.client(
            online
                .builder()
                .onAccepted(
                    token ->
                        Completable.fromAction(
                            () -> {
                              assertTrue(online.simulator().requests(On.STATUS).isEmpty());
                              stored.add(token);
                            })));
    GenerationJob job = online.job(client);

    Online.await(job.result());

    assertEquals(stored.get(0), Online.await(job.token()));
    assertEquals(1, stored.size());
  }

  @Test
  void tokenOfAJobThatIsNotAskedForIsStored() {
    Datalab client =
        online.client(
            online.builder().onAccepted(token -> Completable.fromAction(() -> stored.add(token))));
    online
        .simulator()
        .fault(On.ITERATE, Fault.field("response_check_url", "ftp://elsewhere.example/k/"));

    UntrustedAddressException error =
        Online.failure(online.job(client).result(), UntrustedAddressException.class);

    assertEquals(Collections.singletonList(error.token()), stored);
    assertEquals("k", ResumeToken.parse(stored.get(0)).address());
  }

  @Test
  void processorsMayHaveAHookOfTheirOwn() {
    CustomProcessors processors =
        online
            .client(online.builder().onAccepted(token -> Completable.error(new IOException())))
            .customProcessors()
            .withOnAccepted(token -> Completable.fromAction(() -> stored.add(token)));

    Online.await(processors.iterate(Online.PROCESSOR, Iteration.builder("r").build()).result());

    assertEquals(1, stored.size());
  }

  @Test
  void resumedJobDoesNotCallIt() {
    Datalab client =
        online.client(
            online.builder().onAccepted(token -> Completable.fromAction(() -> stored.add(token))));
    String token = Online.await(online.job(client).token());

    Online.await(client.customProcessors().resume(token).result());

    assertEquals(1, stored.size());
  }

  @Test
  void failureCarriesTheTokenAndTheNextSubscriberGoesOn() {
    IOException full = new IOException("disk full");
    GenerationJob job =
        online.job(
            online.client(
                online
                    .builder()
                    .onAccepted(
                        token ->
                            stored.add(token) && stored.size() == 1
                                ? Completable.error(full)
                                : Completable.complete())));

    TokenHookException error = Online.failure(job.result(), TokenHookException.class);

    assertEquals(full, error.getCause());
    assertEquals(stored.get(0), error.token());
    Online.await(job.result());
    assertEquals(1, online.simulator().iterations().size());
  }

  @Test
  void nothingIsPolledWhileItRuns() throws Exception {
    CompletableSubject storing = CompletableSubject.create();
    CompletableSubject called = CompletableSubject.create();
    GenerationJob job =
        online.job(
            online.client(
                online
                    .builder()
                    .onAccepted(
                        token -> {
                          called.onComplete();
                          return storing;
                        })));
    TestObserver<GeneratedProcessor> result = job.result().test();
    assertTrue(called.blockingAwait(30, TimeUnit.SECONDS));

    assertTrue(online.simulator().requests(On.STATUS).isEmpty());
    storing.onComplete();
    result.awaitDone(30, TimeUnit.SECONDS).assertComplete();
  }

  /** No thread is left after it: that rule holds here too. */
  @Test
  void closeLetsItStoreThoughNobodyIsSubscribed() throws Exception {
    CompletableSubject called = CompletableSubject.create();
    CompletableSubject storing = CompletableSubject.create();
    CompletableSubject finished = CompletableSubject.create();
    Datalab client =
        online.client(
            online
                .builder()
                .onAccepted(
                    token -> {
                      called.onComplete();
                      return storing.doOnComplete(finished::onComplete);
                    }));
    TestObserver<String> token = online.job(client).token().test();
    assertTrue(called.blockingAwait(30, TimeUnit.SECONDS));
    token.dispose();

    client.close();
    storing.onComplete();

    assertTrue(finished.blockingAwait(30, TimeUnit.SECONDS));
  }

  @Test
  void closeDoesNotInterruptItWhileItStores() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    CompletableSubject finished = CompletableSubject.create();
    Datalab client =
        online.client(
            online
                .builder()
                .onAccepted(
                    token ->
                        Completable.fromAction(
                            () -> {
                              called.countDown();
                              assertTrue(closed.await(30, TimeUnit.SECONDS));
                              finished.onComplete();
                            })));
    TestObserver<GeneratedProcessor> result = online.job(client).result().test();
    assertTrue(called.await(30, TimeUnit.SECONDS));

    client.close();
    closed.countDown();

    assertTrue(finished.blockingAwait(30, TimeUnit.SECONDS));
    result.awaitDone(30, TimeUnit.SECONDS).assertError(ClientClosedException.class);
  }
}
