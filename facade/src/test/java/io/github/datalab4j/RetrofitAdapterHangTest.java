package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.Traffic;
import io.reactivex.rxjava3.observers.TestObserver;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.adapter.rxjava3.RxJava3CallAdapterFactory;
import retrofit2.http.GET;

/** square/retrofit#3524: fails on the day it is mended, and {@link CallSingle} can go. */
class RetrofitAdapterHangTest {
  private final MockWebServer server = new MockWebServer();
  private final Traffic traffic = new Traffic();

  @AfterEach
  void stop() throws Exception {
    server.shutdown();
  }

  @Test
  void retrofitsOwnAdapterStillNeverEndsWhenTheCallTimeoutFires() throws Exception {
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    OkHttpClient client =
        traffic.watch(new OkHttpClient.Builder()).callTimeout(200, TimeUnit.MILLISECONDS).build();
    TestObserver<Response<Void>> observer =
        new Retrofit.Builder()
            .baseUrl(server.url("/"))
            .client(client)
            .addCallAdapterFactory(RxJava3CallAdapterFactory.create())
            .build()
            .create(Plain.class)
            .get()
            .test();

    traffic.awaitFailure();
    client.dispatcher().executorService().shutdown();
    assertTrue(client.dispatcher().executorService().awaitTermination(10, TimeUnit.SECONDS));

    observer.assertNotComplete().assertNoErrors();
  }

  interface Plain {
    @GET("x")
    io.reactivex.rxjava3.core.Single<Response<Void>> get();
  }
}
