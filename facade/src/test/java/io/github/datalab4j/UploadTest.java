package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.observers.TestObserver;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a body goes out: streamed, counted, and given up. */
class UploadTest {
  private static final int MEGABYTE = 1024 * 1024;

  @RegisterExtension final HttpFixture http = new HttpFixture();

  private final RecordingWatch watch = new RecordingWatch();

  @Test
  void progressGrowsFromTheFirstBytesToTheWholeBody() throws InterruptedException {
    accept();
    send(http.stack(), Document.of("a.pdf", new byte[MEGABYTE])).blockingAwait();

    long body = http.taken().getBodySize();
    assertEquals(body, watch.last());
    assertEquals(body, watch.total);
    assertTrue(watch.sent.size() > 10, "in steps");
    for (int i = 1; i < watch.sent.size(); i++) {
      assertTrue(watch.sent.get(i) > watch.sent.get(i - 1), "monotonic");
    }
  }

  @Test
  void anUnknownLengthHasNoTotalBeforeItsEnd() throws InterruptedException {
    accept();
    send(http.stack(), Document.of("a.pdf", -1, () -> new Zeros(MEGABYTE))).blockingAwait();

    assertEquals(-1, watch.totals.get(0));
    assertEquals(-1, watch.totals.get(watch.totals.size() - 2));
    assertEquals(watch.last(), watch.total);
    assertEquals(http.taken().getBodySize(), watch.last());
    assertEquals(1, watch.asked);
  }

  @Test
  void aLoggerThatWritesTheBodyFirstCountsForNothing() throws InterruptedException {
    Interceptor logger =
        chain -> {
          chain.request().body().writeTo(new Buffer());
          assertTrue(watch.sent.isEmpty());
          return chain.proceed(chain.request());
        };
    http.client =
        http.client.newBuilder().addInterceptor(logger).addNetworkInterceptor(logger).build();
    accept();
    send(http.stack(), Document.of("a.pdf", new byte[MEGABYTE])).blockingAwait();

    assertEquals(http.taken().getBodySize(), watch.last());
    assertEquals(1, watch.asked);
  }

  @Test
  void anInterceptorThatMakesTheRequestAnewIsWatchedAllTheSame() {
    http.client = http.client.newBuilder().addInterceptor(UploadTest::anew).build();
    accept();
    send(http.stack(), Document.of("a.pdf", new byte[1])).blockingAwait();

    assertEquals(1, watch.asked);
  }

  @Test
  void anInterceptorThatMakesTheRequestAnewCannotSendItTwice() {
    http.client =
        http.client
            .newBuilder()
            .addInterceptor(
                chain -> {
                  anew(chain).close();
                  return anew(chain);
                })
            .build();
    accept();
    accept();
    send(http.stack(), Document.of("a.pdf", new byte[1])).blockingAwait();

    http.assertRequests(1);
  }

  /** Without tags, as code that knows only of the rest of a request does. */
  private static Response anew(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    return chain.proceed(
        new Request.Builder()
            .url(request.url())
            .headers(request.headers())
            .method(request.method(), request.body())
            .build());
  }

  @Test
  void aLoggerSeesThatTheBodyIsOneShot() {
    List<Boolean> oneShot = new ArrayList<>();
    http.client =
        http.client
            .newBuilder()
            .addInterceptor(
                chain -> {
                  oneShot.add(chain.request().body().isOneShot());
                  return chain.proceed(chain.request());
                })
            .build();
    accept();
    send(http.stack(), Document.of("a.pdf", new byte[1])).blockingAwait();

    assertEquals(java.util.Collections.singletonList(true), oneShot);
  }

  @Test
  void aLargeDocumentIsStreamedInConstantMemory() {
    http.server.setBodyLimit(0);
    accept();
    long size = 256L * MEGABYTE;
    AtomicLong read = new AtomicLong();
    AtomicLong mostAhead = new AtomicLong();
    UploadWatch comparing =
        new UploadWatch() {
          @Override
          public void progress(long sentBytes, long totalBytes) {
            mostAhead.accumulateAndGet(read.get() - sentBytes, Math::max);
          }

          @Override
          public boolean mayComplete() {
            return true;
          }

          @Override
          public boolean mayGoElsewhere() {
            return true;
          }
        };

    http.stack()
        .submit(
            "cp_1",
            iteration(Document.of("a.pdf", size, () -> new Counting(new Zeros(size), read))),
            comparing)
        .ignoreElement()
        .blockingAwait();

    assertEquals(size, read.get());
    assertTrue(mostAhead.get() < 64 * 1024, "held in memory: " + mostAhead);
  }

  @Test
  void theLastBytesAreAskedForOnce() {
    accept();
    send(http.stack(), Document.of("a.pdf", new byte[MEGABYTE])).blockingAwait();

    assertEquals(1, watch.asked);
  }

  @Test
  void aBodyWhoseEndIsForbiddenIsNotAccepted() {
    accept();
    watch.forbidden = true;
    SubmitOutcome outcome =
        http.stack()
            .submit("cp_1", iteration(Document.of("a.pdf", new byte[MEGABYTE])), watch)
            .blockingGet();

    assertEquals(SubmissionState.NOT_SENT, outcome.error().submission());
    assertTrue(watch.last() < watch.total);
  }

  @Test
  void aChunkedBodyWhoseEndIsForbiddenIsNotAccepted() {
    accept();
    watch.forbidden = true;
    SubmitOutcome outcome =
        http.stack()
            .submit("cp_1", iteration(Document.of("a.pdf", -1, () -> new Zeros(1))), watch)
            .blockingGet();

    assertEquals(SubmissionState.NOT_SENT, outcome.error().submission());
  }

  @Test
  void disposeWhileTheBodyGoesOutClosesTheSocket() throws Exception {
    accept();
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    long size = 64L * MEGABYTE;
    Document slow = Document.of("a.pdf", size, () -> new Held(new Zeros(size), reading, go));
    TestObserver<SubmitOutcome> observer =
        http.stack().submit("cp_1", iteration(slow), watch).test();
    assertTrue(reading.await(10, TimeUnit.SECONDS));

    observer.dispose();
    go.countDown();

    http.traffic.awaitFailure();
    assertEquals(0, watch.asked);
    observer.assertNoValues().assertNoErrors();
  }

  @Test
  void disposeWhileTheAnswerIsAwaitedClosesTheSocket() throws Exception {
    http.server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    TestObserver<SubmitOutcome> observer =
        http.stack().submit("cp_1", Iteration.builder("r").build(), watch).test();
    http.taken();

    observer.dispose();

    http.traffic.awaitFailure();
    observer.assertNoValues().assertNoErrors();
  }

  @Test
  void aConnectionThatBreaksUnderTheBodyHasAcceptedNothing() {
    http.server.enqueue(
        new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_DURING_REQUEST_BODY));
    SubmitOutcome outcome =
        http.stack()
            .submit("cp_1", iteration(Document.of("a.pdf", new byte[32 * MEGABYTE])), watch)
            .blockingGet();

    assertInstanceOf(NotSentException.class, outcome.error());
    assertTrue(!outcome.again());
  }

  @Test
  void aDocumentThatShrinksEndsTheSubmissionAsNotSent() {
    accept();
    SubmitOutcome outcome =
        http.stack()
            .submit("cp_1", iteration(Document.of("a.pdf", 5, () -> new Zeros(4))), watch)
            .blockingGet();

    assertInstanceOf(NotSentException.class, outcome.error());
    assertTrue(outcome.error().getMessage().contains("no job was created"));
    assertEquals(0, watch.asked);
  }

  @Test
  void overHttp2ItIsTheSame() throws InterruptedException {
    List<Protocol> http2 = java.util.Collections.singletonList(Protocol.H2_PRIOR_KNOWLEDGE);
    http.server.setProtocols(http2);
    List<Protocol> used = new ArrayList<>();
    http.client =
        http.client
            .newBuilder()
            .protocols(http2)
            .addNetworkInterceptor(
                chain -> {
                  used.add(chain.connection().protocol());
                  return chain.proceed(chain.request());
                })
            .build();
    accept();
    send(http.stack(), Document.of("a.pdf", new byte[MEGABYTE])).blockingAwait();

    RecordedRequest request = http.taken();
    assertEquals(http2, used);
    assertEquals(HttpFixture.KEY, request.getHeader("X-API-Key"));
    assertEquals(request.getBodySize(), watch.last());
    assertEquals(1, watch.asked);
  }

  @Test
  void everySubscriptionIsASendingOfItsOwn() throws InterruptedException {
    accept();
    accept();
    HttpStack stack = http.stack();
    io.reactivex.rxjava3.core.Single<SubmitOutcome> sending =
        stack.submit("cp_1", iteration(Document.of("a.pdf", new byte[] {1})), watch);
    HttpFixture.await(sending);
    HttpFixture.await(sending);

    assertEquals(http.taken().getBodySize(), http.taken().getBodySize());
  }

  private void accept() {
    http.server.enqueue(HttpFixture.json(HttpFixture.ACCEPTED));
  }

  private io.reactivex.rxjava3.core.Completable send(HttpStack stack, Document document) {
    return stack.submit("cp_1", iteration(document), watch).ignoreElement();
  }

  private static Iteration iteration(Document document) {
    return Iteration.builder("r").file(document).build();
  }

  /** Counts the bytes that are read. */
  private static final class Counting extends FilterInputStream {
    private final AtomicLong read;

    Counting(InputStream in, AtomicLong read) {
      super(in);
      this.read = read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      read.addAndGet(Math.max(count, 0));
      return count;
    }
  }

  /** Waits to be let go before it gives anything. */
  private static final class Held extends FilterInputStream {
    private final CountDownLatch reading;
    private final CountDownLatch go;

    Held(InputStream in, CountDownLatch reading, CountDownLatch go) {
      super(in);
      this.reading = reading;
      this.go = go;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      reading.countDown();
      try {
        if (!go.await(10, TimeUnit.SECONDS)) {
          throw new IOException("not let go");
        }
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      return super.read(into, offset, length);
    }
  }
}
