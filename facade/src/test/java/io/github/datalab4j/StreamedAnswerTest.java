package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Response;
import retrofit2.adapter.rxjava3.Result;
import retrofit2.http.GET;
import retrofit2.http.Streaming;

/**
 * A streamed answer holds a connection until it is closed. The fixture sees that all were given
 * back.
 */
class StreamedAnswerTest {
  @RegisterExtension final HttpFixture http = new HttpFixture();

  private final Held callbacks = new Held();

  static Stream<Function<StreamApi, Observable<?>>> everyType() {
    return Stream.of(
        api -> api.single().toObservable(),
        api -> api.response().toObservable(),
        api -> api.result().toObservable(),
        api -> api.maybe().toObservable(),
        StreamApi::observable,
        api -> api.flowable().toObservable());
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void leavingBetweenAnswerAndDeliveryClosesIt(Function<StreamApi, Observable<?>> call)
      throws Exception {
    Disposable subscriber = call.apply(api()).subscribe();
    callbacks.awaitSignal();

    subscriber.dispose();
    callbacks.runAll();
  }

  @Test
  void leavingBeforeItIsRequestedClosesIt() throws Exception {
    TestSubscriber<ResponseBody> subscriber = api().flowable().test(0);
    callbacks.awaitSignal();
    callbacks.runAll();

    subscriber.cancel();

    subscriber.assertNoValues();
  }

  @Test
  void closingTheClientMeanwhileClosesIt() throws Exception {
    CompletableSubject permit = CompletableSubject.create();
    HttpStack stack = stack(new FixedBudget(permit));
    Disposable subscriber = stack.api(StreamApi.class).single().subscribe(body -> {}, e -> {});
    permit.onComplete();
    callbacks.awaitSignal();

    stack.close();

    subscriber.dispose();
    callbacks.runAll();
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void whoGetsItHasItOpen(Function<StreamApi, Observable<?>> call) throws Exception {
    HttpSettings settings = http.settings();
    settings.callbacks = Schedulers.computation();
    stream();

    Object given =
        call.apply(http.stack(settings).api(StreamApi.class))
            .timeout(10, TimeUnit.SECONDS)
            .blockingFirst();

    try (ResponseBody body = body(given)) {
      assertEquals("bytes", body.string());
    }
  }

  private static ResponseBody body(Object given) {
    if (given instanceof Result) {
      return body(((Result<?>) given).response());
    }
    return (ResponseBody) (given instanceof Response ? ((Response<?>) given).body() : given);
  }

  private StreamApi api() {
    return stack(http.budget).api(StreamApi.class);
  }

  private HttpStack stack(RequestBudget budget) {
    HttpSettings settings = http.settings();
    settings.budget = budget;
    settings.callbacks = callbacks;
    stream();
    return http.stack(settings);
  }

  private void stream() {
    http.server.enqueue(new MockResponse().setBody("bytes"));
  }

  interface StreamApi {
    @Streaming
    @GET("stream")
    Single<ResponseBody> single();

    @Streaming
    @GET("stream")
    Single<Response<ResponseBody>> response();

    @Streaming
    @GET("stream")
    Single<Result<ResponseBody>> result();

    @Streaming
    @GET("stream")
    Maybe<ResponseBody> maybe();

    @Streaming
    @GET("stream")
    Observable<ResponseBody> observable();

    @Streaming
    @GET("stream")
    Flowable<ResponseBody> flowable();
  }

  /** Holds what arrives until it is told to run it. */
  private static final class Held extends Scheduler {
    private final CountDownLatch signal = new CountDownLatch(1);
    private volatile Runnable task = () -> {};

    @Override
    public Disposable scheduleDirect(Runnable run, long delay, TimeUnit unit) {
      task = run;
      signal.countDown();
      return Disposable.empty();
    }

    @Override
    public Worker createWorker() {
      throw new AssertionError("calls are answered without one");
    }

    void awaitSignal() throws InterruptedException {
      assertTrue(signal.await(10, TimeUnit.SECONDS), "no answer came");
    }

    void runAll() {
      task.run();
    }
  }
}
