package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.Phase;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What close() ends, and what it leaves alone. */
class CloseTest {
  @RegisterExtension final Online online = new Online();

  @Test
  void watchEndsWithTheToken() throws Exception {
    online.simulator().nextJob(Job.neverEnding());
    Datalab client = online.client();
    GenerationJob job = online.job(client);
    TestObserver<GeneratedProcessor> result = job.result().test();
    online.simulator().awaitRequest(On.STATUS.call(2), 30, TimeUnit.SECONDS);

    client.close();

    ClientClosedException error = Online.failure(result, ClientClosedException.class);
    assertEquals(Online.await(job.token()), error.token());
    assertEquals(SubmissionState.ACCEPTED, error.submission());
  }

  @Test
  void uploadUnderWayIsNotSent() throws Exception {
    ClientClosedException error =
        Online.failure(closedWhileUploading(online.client()), ClientClosedException.class);

    assertEquals(SubmissionState.NOT_SENT, error.submission());
  }

  @Test
  void uploadUnderWayThatAnInterceptorHasReadIsUnknown() throws Exception {
    Online.failure(
        closedWhileUploading(online.client(signedByAnInterceptor())),
        SubmissionUnknownException.class);
  }

  private TestObserver<GeneratedProcessor> closedWhileUploading(Datalab client) throws Exception {
    online.simulator().fault(On.ITERATE, Fault.stall().at(Phase.REQUEST_BODY).afterBytes(1));
    Document large = Document.of("a.pdf", 40_000_000, () -> new Zeros(40_000_000));
    Iteration iteration = Iteration.builder("r").file(large).build();
    TestObserver<GeneratedProcessor> result =
        client.customProcessors().iterate(Online.PROCESSOR, iteration).result().test();
    assertTrue(online.simulator().awaitStalled(1, 30, TimeUnit.SECONDS));
    client.close();
    result.awaitDone(30, TimeUnit.SECONDS);
    online.simulator().release();
    return result;
  }

  @Test
  void submissionThatAnInterceptorSendsByOtherMeansIsUnknown() throws Exception {
    online.simulator().fault(On.ITERATE, Fault.stall().at(Phase.BEFORE_ANSWER));
    Datalab client = online.client(sentByOtherMeans());
    TestObserver<GeneratedProcessor> result = online.job(client).result().test();
    assertTrue(online.simulator().awaitStalled(1, 30, TimeUnit.SECONDS));

    client.close();

    Online.failure(result, SubmissionUnknownException.class);
    online.simulator().release();
  }

  @Test
  void submissionThatAnInterceptorSendsByOtherMeansIsUnknownAfterItsTimeToo() throws Exception {
    online.simulator().fault(On.ITERATE, Fault.stall().at(Phase.BEFORE_ANSWER));
    TestScheduler time = new TestScheduler();
    Datalab client =
        online.client(sentByOtherMeans().timerScheduler(time).submitTimeout(9, TimeUnit.SECONDS));
    TestObserver<GeneratedProcessor> result = online.job(client).result().test();
    assertTrue(online.simulator().awaitStalled(1, 30, TimeUnit.SECONDS));

    time.advanceTimeBy(9, TimeUnit.SECONDS);

    Online.failure(result, SubmissionUnknownException.class);
    online.simulator().release();
  }

  private Datalab.Builder signedByAnInterceptor() {
    Interceptor reading =
        chain -> {
          chain.request().body().writeTo(Okio.buffer(Okio.blackhole()));
          return chain.proceed(chain.request());
        };
    return online.builder().configureOkHttp(http -> online.watch(http).addInterceptor(reading));
  }

  private Datalab.Builder sentByOtherMeans() {
    OkHttpClient other =
        online
            .watch(new OkHttpClient.Builder())
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .build();
    Interceptor sending =
        chain ->
            other
                .newCall(chain.request().newBuilder().header(ApiKey.HEADER, Online.KEY).build())
                .execute();
    return online.builder().configureOkHttp(okHttp -> okHttp.addInterceptor(sending));
  }

  @Test
  void submissionThatWaitsForItsAnswerIsUnknown() throws Exception {
    online.simulator().fault(On.ITERATE, Fault.stall().at(Phase.BEFORE_ANSWER));
    Datalab client = online.client();
    TestObserver<GeneratedProcessor> result = online.job(client).result().test();
    assertTrue(
        online
            .simulator()
            .awaitRequest(On.ITERATE, 30, TimeUnit.SECONDS)
            .awaitBodyBytes(100, 30, TimeUnit.SECONDS));

    client.close();

    Online.failure(result, SubmissionUnknownException.class);
    online.simulator().release();
  }

  @Test
  void oneQuestionUnderWayEndsToo() throws Exception {
    online.simulator().fault(On.STATUS, Fault.stall().at(Phase.BEFORE_ANSWER));
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing());
    Datalab client = online.client();
    TestObserver<ProcessorStatus> status = client.customProcessors().status(key).test();
    online.simulator().awaitRequest(On.STATUS, 30, TimeUnit.SECONDS);

    client.close();

    Online.failure(status, ClientClosedException.class);
    online.simulator().release();
  }

  @Test
  void whatIsSubscribedToLaterSendsNothing() {
    Datalab client = online.client();
    GenerationJob before = online.job(client);
    client.close();

    Online.failure(before.result(), ClientClosedException.class);
    Online.failure(online.job(client).result(), ClientClosedException.class);
    Online.failure(client.customProcessors().status("k_1"), ClientClosedException.class);
    Online.failure(client.customProcessors().job("k_1").statuses(), ClientClosedException.class);
    assertTrue(online.simulator().requests(On.ANY).isEmpty());
  }

  /** Closing TLS writes to the network, which Android does not let its main thread do. */
  @Test
  void idleConnectionsAreClosedOnAThreadOfTheClients() throws Exception {
    Sockets sockets = new Sockets();
    Datalab client =
        online.client(online.builder().configureOkHttp(okHttp -> okHttp.socketFactory(sockets)));
    String key = online.simulator().startJob(Online.PROCESSOR, Job.neverEnding());
    Online.await(client.customProcessors().status(key));
    assertTrue(sockets.closers.isEmpty());

    client.close();

    assertTrue(online.simulator().awaitOpenConnections(0, 30, TimeUnit.SECONDS));
    assertFalse(sockets.closers.isEmpty());
    assertFalse(sockets.closers.contains(Thread.currentThread()));
  }

  @Test
  void closingTwiceDoesNothing() {
    Datalab client = online.client();

    client.close();
    client.close();

    Online.failure(online.job(client).result(), ClientClosedException.class);
  }

  @Test
  void clientOfTheUserIsUsedAndLeftAsItIs() throws Exception {
    ConnectionPool pool = new ConnectionPool(5, 1, TimeUnit.MINUTES);
    Dispatcher dispatcher = new Dispatcher();
    OkHttpClient own =
        new OkHttpClient.Builder().connectionPool(pool).dispatcher(dispatcher).build();
    Datalab client = online.client(online.builder().okHttpClient(own));
    Online.await(online.job(client).result());
    assertEquals(1, pool.connectionCount());

    client.close();

    assertEquals(1, pool.connectionCount());
    assertFalse(dispatcher.executorService().isShutdown());
    dispatcher.executorService().shutdown();
    pool.evictAll();
  }
}
