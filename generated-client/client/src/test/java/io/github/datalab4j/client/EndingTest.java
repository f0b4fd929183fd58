package io.github.datalab4j.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observers.TestObserver;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.HttpException;

/** Every call ends: with an answer, an error, or because its subscriber left. */
final class EndingTest {
  private static final int LONGEST_SECONDS = 20;

  private boolean keyIsMissing;
  private Thread faulty = Thread.currentThread();

  @RegisterExtension
  final ClientFixture fixture =
      new ClientFixture(
          new OkHttpClient.Builder()
              .addInterceptor(
                  chain -> {
                    if (keyIsMissing) {
                      faulty = Thread.currentThread();
                      faulty.setUncaughtExceptionHandler((thread, error) -> {});
                      throw new NullPointerException("key");
                    }
                    return chain.proceed(chain.request());
                  })
              .build());

  private Single<CustomProcessorStatusResponse> status() {
    return status(fixture.client());
  }

  @SuppressWarnings("deprecation")
  private Single<CustomProcessorStatusResponse> status(OkHttpClient client) {
    return fixture.pipelines(client).getCustomPipelineStatus("k", null, null);
  }

  private static <T> TestObserver<T> ended(TestObserver<T> observer) throws InterruptedException {
    observer.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    return observer;
  }

  @Test
  void interceptorThatThrowsIsAnErrorAndNoEndlessWait() throws InterruptedException {
    keyIsMissing = true;

    ended(status().test()).assertError(IOException.class);
  }

  @Test
  void timeoutOfTheCallIsAnErrorAndNoEndlessWait() throws InterruptedException {
    fixture.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));

    OkHttpClient hasty =
        fixture.client().newBuilder().callTimeout(200, TimeUnit.MILLISECONDS).build();

    ended(status(hasty).test()).assertError(IOException.class);
  }

  @Test
  void callsCanceledFromOutsideEndWithAnError() throws InterruptedException {
    fixture.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    TestObserver<?> observer = status().test();
    fixture.taken();

    fixture.client().dispatcher().cancelAll();

    ended(observer).assertError(IOException.class);
  }

  @Test
  void disposeCancelsTheCallAndSaysNothing() {
    fixture.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    TestObserver<?> observer = status().test();
    fixture.taken();

    observer.dispose();

    assertEquals(
        0,
        fixture.client().dispatcher().runningCalls().stream()
            .filter(call -> !call.isCanceled())
            .count());
    observer.assertNoErrors().assertNotComplete();
  }

  @Test
  void errorStatusIsAnHttpException() throws InterruptedException {
    fixture.enqueue(new MockResponse().setResponseCode(404).setBody("{\"detail\":\"gone\"}"));

    ended(status().test())
        .assertError(e -> e instanceof HttpException && ((HttpException) e).code() == 404);
  }

  @Test
  void eachSubscriptionIsARequest() {
    fixture.enqueueJson(ClientFixture.PROCESSING);
    fixture.enqueueJson(ClientFixture.PROCESSING.replace("processing", "completed"));
    Single<CustomProcessorStatusResponse> status = status();

    assertEquals("processing", status.blockingGet().status());
    assertEquals("completed", status.blockingGet().status());
  }
}
