package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents that block keep their threads only as long as somebody waits for them. */
class BlockingDocumentTest {
  private static final int UPLOADS = 64; // that the client runs at once

  @RegisterExtension final Online online = new Online();

  private final CountDownLatch blocked = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final CountDownLatch allBlocked = new CountDownLatch(UPLOADS);
  private final CountDownLatch allInterrupted = new CountDownLatch(UPLOADS);

  @Test
  void documentsThatBlockAreInterruptedWhenAllHaveLeftAndHoldUpNoJob() throws Exception {
    Datalab client = online.client();
    Document opening = Document.of("a.pdf", 3, () -> new ByteArrayInputStream(interrupted()));
    CompositeDisposable jobs = new CompositeDisposable();
    for (int i = 0; i < UPLOADS; i++) {
      jobs.add(job(client, i % 2 == 0 ? opening : reading()).token().subscribe(t -> {}, e -> {}));
    }
    assertTrue(allBlocked.await(60, SECONDS));

    jobs.dispose();

    assertTrue(allInterrupted.await(60, SECONDS));
    Online.await(online.job(client).result());
  }

  @Test
  void documentThatBlocksIsInterruptedByClose() throws Exception {
    Datalab client = online.client();
    TestObserver<String> token = job(client, reading()).token().test();
    assertTrue(blocked.await(30, SECONDS));

    client.close();

    assertTrue(interrupted.await(30, SECONDS));
    Online.failure(token, ClientClosedException.class);
  }

  @Test
  void documentThatBlocksIsInterruptedWhenItsTimeIsOver() throws Exception {
    TestScheduler time = new TestScheduler();
    Datalab client = online.client(online.builder().timerScheduler(time).submitTimeout(9, SECONDS));
    TestObserver<String> token = job(client, reading()).token().test();
    assertTrue(blocked.await(30, SECONDS));

    time.advanceTimeBy(9, SECONDS);

    Online.failure(token, NotSentException.class);
    assertTrue(interrupted.await(30, SECONDS));
  }

  @Test
  void documentThatBlocksAnInterceptorIsInterruptedToo() throws Exception {
    OkHttpClient reads =
        online
            .watch(new OkHttpClient.Builder())
            .addInterceptor(
                chain -> {
                  chain.request().body().writeTo(new Buffer());
                  return chain.proceed(chain.request());
                })
            .build();
    Datalab client = online.client(online.builder().configureOkHttp(b -> {}).okHttpClient(reads));
    Disposable token = job(client, reading()).token().subscribe(t -> {}, e -> {});
    assertTrue(blocked.await(30, SECONDS));

    token.dispose();

    assertTrue(interrupted.await(30, SECONDS));
  }

  @Test
  void bodyOfACallThatBlocksIsInterruptedWhenItsSubscriberLeaves() throws Exception {
    Disposable call =
        online.client().api(GreetingApi.class).post(blockingBody()).subscribe(r -> {}, e -> {});
    assertTrue(blocked.await(30, SECONDS));

    call.dispose();

    assertTrue(interrupted.await(30, SECONDS));
  }

  private static GenerationJob job(Datalab client, Document document) {
    return client
        .customProcessors()
        .iterate(Online.PROCESSOR, Iteration.builder("r").file(document).build());
  }

  private Document reading() {
    return Document.of(
        "a.pdf",
        3,
        () ->
            new FilterInputStream(new ByteArrayInputStream(new byte[3])) {
              @Override
              public int read(byte[] bytes, int offset, int length) throws IOException {
                return interrupted().length;
              }
            });
  }

  private RequestBody blockingBody() {
    return new RequestBody() {
      @Override
      public @Nullable MediaType contentType() {
        return null;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        sink.write(interrupted());
      }
    };
  }

  private byte[] interrupted() throws IOException {
    blocked.countDown();
    allBlocked.countDown();
    try {
      new Semaphore(0).acquire();
      return new byte[] {1, 2, 3};
    } catch (InterruptedException e) {
      interrupted.countDown();
      allInterrupted.countDown();
      throw new InterruptedIOException();
    }
  }
}
