package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.Canary;
import io.github.datalab4j.rule.Traffic;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server on loopback and a stack that calls it. After each test: every connection was given back,
 * and the key went to no other port.
 */
final class HttpFixture implements BeforeEachCallback, AfterEachCallback {
  static final String KEY = Canary.KEY;
  static final String ACCEPTED =
      "{\"success\":true,\"response_check_url\":\"/api/v1/custom_pipelines/k1\"}";

  final MockWebServer server = new MockWebServer();
  final Traffic traffic = new Traffic();
  final ConnectionPool pool = new ConnectionPool(5, 1, TimeUnit.MINUTES);

  /**
   * The user's client; a test may derive another before it makes its stack. It waits for an answer
   * for longer than a test does, so that what ends a call is not its timeout.
   */
  OkHttpClient client =
      traffic
          .watch(new OkHttpClient.Builder())
          .connectionPool(pool)
          .readTimeout(1, TimeUnit.MINUTES)
          .build();

  /** Permits that were taken. */
  final AtomicInteger permits = new AtomicInteger();

  /** Those of them whose request is over. */
  final AtomicInteger released = new AtomicInteger();

  /** What the budget was told of 429s, in milliseconds. */
  final List<Long> throttles = new CopyOnWriteArrayList<>();

  final RequestBudget budget =
      new RequestBudget() {
        @Override
        public Completable acquire() {
          return Completable.fromAction(permits::incrementAndGet);
        }

        @Override
        public void release() {
          released.incrementAndGet();
        }

        @Override
        public void throttled(long retryAfter, TimeUnit unit) {
          throttles.add(unit.toMillis(retryAfter));
        }
      };

  private @Nullable HttpStack stack;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    server.start();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    try {
      if (stack != null) {
        stack.close();
      }
      traffic.assertAllReleased();
      traffic.assertKeyWentOnlyTo(server.getPort());
      assertEquals(permits.get(), released.get(), "permits released");
    } finally {
      shutDown();
    }
  }

  /** It waits for 5 s only, and may be asked again where the machine is busy. */
  private void shutDown() throws IOException {
    for (int tries = 6; ; tries--) {
      try {
        server.shutdown();
        return;
      } catch (IOException e) {
        if (tries == 1) {
          throw e;
        }
      }
    }
  }

  HttpSettings settings() {
    HttpSettings settings =
        new HttpSettings(ApiKey.of(KEY), Origin.parse(server.url("/").toString()));
    settings.client = client;
    settings.budget = budget;
    settings.callbacks = Schedulers.computation();
    settings.adapters.add(Greeting.ADAPTERS);
    return settings;
  }

  HttpStack stack() {
    return stack(settings());
  }

  HttpStack stack(HttpSettings settings) {
    HttpStack made = new HttpStack(settings);
    stack = made;
    return made;
  }

  GreetingApi api() {
    return stack().api(GreetingApi.class);
  }

  /** Puts it into the client, before its stack is made. */
  void intercept(boolean network, Interceptor interceptor) {
    OkHttpClient.Builder derived = client.newBuilder();
    (network ? derived.networkInterceptors() : derived.interceptors()).add(interceptor);
    client = derived.build();
  }

  SubmitOutcome submit() {
    return submit(Iteration.builder("r").build());
  }

  SubmitOutcome submit(Iteration iteration) {
    HttpStack used = stack == null ? stack() : stack;
    return used.submit("cp_1", iteration, new RecordingWatch()).blockingGet();
  }

  RecordedRequest taken() throws InterruptedException {
    RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
    assertTrue(request != null, "no request came");
    return request;
  }

  /** The count is exact: the caller has an answer, so nothing is under way. */
  void assertRequests(int count) {
    assertEquals(count, server.getRequestCount());
  }

  void assertNothingMoreWasSent(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      taken();
    }
    assertNull(server.takeRequest(0, TimeUnit.SECONDS));
  }

  /** Answers so first; a second answer, which would accept, waits. */
  void answerFirst(MockResponse first) {
    server.enqueue(first);
    server.enqueue(json(ACCEPTED));
  }

  /** Asserts that it is not known what became of a submission, and that it is not sent again. */
  static void assertUnknown(SubmitOutcome outcome, int code) {
    SubmissionUnknownException error =
        assertInstanceOf(SubmissionUnknownException.class, outcome.error());
    assertEquals(code, error.statusCode());
    assertEquals(SubmissionState.UNKNOWN, error.submission());
    assertFalse(outcome.again());
  }

  /** One where nobody listens. */
  static int portOfNobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits for the answer, which must be a good one. */
  static void await(Single<?> call) {
    call.test().awaitDone(10, TimeUnit.SECONDS).assertNoErrors().assertComplete();
  }

  static MockResponse json(String body) {
    return new MockResponse().setHeader("Content-Type", "application/json").setBody(body);
  }
}
