package io.github.datalab4j;

import io.reactivex.rxjava3.exceptions.Exceptions;
import io.reactivex.rxjava3.functions.Consumer;
import java.net.Proxy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Two OkHttp clients. Requests with a body have threads of their own, and never a connection that
 * was idle. OkHttp looks whether a pooled one was closed by the server only after 10 s of idling
 * (and many servers close after 5): the body would be lost on it, and whether it was accepted would
 * not be known.
 *
 * <p>All are derived from the user's client, or from one of our own with timeouts of 15 s to
 * connect and 60 s for each read and write. The user's proxy, TLS, DNS, timeouts, interceptors and
 * event listeners stay. Not kept are redirects (they would carry the key to other hosts), the
 * authenticator (a key that was refused stays so), the cookie jar, the cache (a poll must see what
 * is), and the dispatcher; nor is a proxy, where the key may not leave this machine.
 *
 * <p>In their order, a request passes: {@link AnswerInterceptor}, the user's interceptors (which do
 * not see the key), {@link RequestInterceptor}, OkHttp, {@link KeyInterceptor}, {@link
 * GzipInterceptor}, the user's network interceptors (which do see the key), {@link
 * WireInterceptor}.
 */
final class HttpCalls implements Call.Factory {
  private static final Logger LOG = Logger.getLogger("io.github.datalab4j");
  private static final int MOST_UPLOADS = 64; // at once
  private static final long IDLE_SECONDS = 15;

  private final OkHttpClient bodiless;
  private final OkHttpClient uploads;
  private final boolean ownPool;
  private final String userAgent;
  private final WireInterceptor wire;
  private volatile boolean closed;

  HttpCalls(HttpSettings settings) {
    @Nullable OkHttpClient given = settings.client;
    OkHttpClient plain = given == null ? plainClient() : given;
    OkHttpClient base = configured(plain, settings.configure);
    this.ownPool = given == null && base.connectionPool() == plain.connectionPool();
    this.userAgent = settings.userAgent;
    this.wire = new WireInterceptor(settings.budget);
    // Bounded by the budget alone: what waits in a second queue would wait within its timeout.
    Dispatcher unbounded = dispatcher("datalab4j-http", Integer.MAX_VALUE, settings.key);
    this.bodiless = derive(base, settings, wire, unbounded);
    this.uploads =
        bodiless
            .newBuilder()
            .dispatcher(dispatcher("datalab4j-upload", MOST_UPLOADS, settings.key))
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .build();
  }

  @Override
  public Call newCall(Request request) {
    return newCall(request, null);
  }

  /** For one request: its body is watched. */
  Call.Factory tagged(Upload upload) {
    return request -> newCall(request, upload);
  }

  private Call newCall(Request request, @Nullable Upload watched) {
    if (closed) {
      throw new ClientClosedException("The client is closed.", SubmissionState.NOT_SENT, null);
    }
    Request.Builder named = request.newBuilder().header("User-Agent", userAgent);
    if (request.body() == null) {
      return bodiless.newCall(
          named.tag(WireInterceptor.Passes.class, new WireInterceptor.Passes()).build());
    }
    Upload upload = watched == null ? Upload.unwatched() : watched;
    return uploads.newCall(
        named
            .method(request.method(), upload.oneShot(request.body())) // no logger reads it
            .tag(Upload.class, upload)
            .build());
  }

  /** Cancels what is under way and lets the threads go. The user's client stays as it is. */
  void close() {
    if (closed) {
      return;
    }
    closed = true;
    wire.close();
    for (OkHttpClient client : new OkHttpClient[] {bodiless, uploads}) {
      Dispatcher dispatcher = client.dispatcher();
      ExecutorService threads = dispatcher.executorService();
      if (ownPool) {
        // Closing TLS writes to the network, which Android does not let its main thread do.
        Runnable evict = () -> Contained.run(client.connectionPool()::evictAll);
        dispatcher.setIdleCallback(evict); // HTTP/2 connections outlive their cancelled calls
        Contained.run(() -> threads.execute(evict));
      }
      Contained.run(dispatcher::cancelAll); // calls the user's event listener
      threads.shutdown();
    }
  }

  private static OkHttpClient plainClient() {
    return new OkHttpClient.Builder()
        .connectTimeout(15, TimeUnit.SECONDS)
        .readTimeout(60, TimeUnit.SECONDS)
        .writeTimeout(60, TimeUnit.SECONDS)
        .build();
  }

  private static OkHttpClient configured(
      OkHttpClient client, Consumer<? super OkHttpClient.Builder> configure) {
    OkHttpClient.Builder builder = client.newBuilder();
    try {
      configure.accept(builder);
    } catch (Throwable e) {
      throw Exceptions.propagate(e);
    }
    return builder.build();
  }

  private static OkHttpClient derive(
      OkHttpClient base, HttpSettings settings, WireInterceptor wire, Dispatcher dispatcher) {
    OkHttpClient.Builder builder =
        base.newBuilder()
            .dispatcher(dispatcher)
            .followRedirects(false)
            .followSslRedirects(false)
            .authenticator(Authenticator.NONE)
            .cookieJar(CookieJar.NO_COOKIES)
            .cache(null);
    if (settings.origin.isThisMachineOnly()) {
      builder.proxy(Proxy.NO_PROXY); // it would be sent the key as it stands
    }
    builder
        .interceptors()
        .add(0, new AnswerInterceptor(settings.maxBodyBytes, settings.maxErrorBytes));
    builder.networkInterceptors().add(0, new KeyInterceptor(settings.key, settings.origin));
    builder.networkInterceptors().add(1, new GzipInterceptor());
    return builder.addInterceptor(new RequestInterceptor()).addNetworkInterceptor(wire).build();
  }

  /**
   * OkHttp throws what is no {@code IOException}, of an interceptor or its own, after it has failed
   * the call. The caller knows, so that no application has to end by it, as one on Android would.
   */
  private static void failed(Throwable error, ApiKey key) {
    Contained.run(
        () ->
            LOG.log(
                Level.WARNING,
                "A call failed by an error that is not of I/O: " + key.mask(error.toString()),
                key.shown(error)));
  }

  private static Dispatcher dispatcher(String name, int mostCalls, ApiKey key) {
    ExecutorService threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE, // the dispatcher itself bounds them
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              thread.setUncaughtExceptionHandler((ended, error) -> failed(error, key));
              return thread;
            });
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(mostCalls);
    dispatcher.setMaxRequestsPerHost(mostCalls);
    return dispatcher;
  }
}
