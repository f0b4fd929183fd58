package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.probe.Probe;
import io.github.datalab4j.benchmarks.probe.Reading;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import io.reactivex.rxjava3.disposables.Disposable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** How long it takes from dispose, or cancel, until the server sees the connection closed. */
public final class CancelProbe implements Probe {
  static final String BARE = "bare Call.cancel()";
  static final List<String> PEERS = List.of(Peers.OURS, BARE);

  private static final int WARM_UP = 2_000;
  private static final int CALLS = 2_000;

  @Override
  public List<Reading> read(String peer, boolean smoke) throws Exception {
    try (SilentServer server = new SilentServer();
        Calls calls = calls(peer, server.url())) {
      measure(server, calls, smoke ? 1 : WARM_UP);
      Series millis = measure(server, calls, smoke ? 5 : CALLS);
      return List.of(
          new Reading("median", millis.unit(), millis.median()),
          new Reading("p99", millis.unit(), millis.quantile(0.99)),
          new Reading("longest", millis.unit(), millis.max()));
    }
  }

  private static Series measure(SilentServer server, Calls calls, int count) throws IOException {
    List<Double> millis = new ArrayList<>();
    long[] cancelledAt = new long[1];
    for (int i = 0; i < count; i++) {
      Runnable cancel = calls.start();
      long closedAt =
          server.closedAtNanos(
              () -> {
                cancelledAt[0] = System.nanoTime();
                cancel.run();
              });
      millis.add((closedAt - cancelledAt[0]) / 1e6);
    }
    return Series.of("", "time to close", "ms", millis.stream().mapToDouble(d -> d).toArray());
  }

  private static Calls calls(String peer, String url) {
    return switch (peer) {
      case Peers.OURS -> new FacadeCalls(url);
      case BARE -> new BareCalls(url);
      default -> throw Peers.unknown(peer);
    };
  }

  private interface Calls extends AutoCloseable {
    /** Starts one, and gives what stops it. */
    Runnable start();

    @Override
    void close();
  }

  private static final class FacadeCalls implements Calls {
    private final Datalab datalab;

    FacadeCalls(String url) {
      datalab = FacadeTicks.client(url);
    }

    @Override
    public Runnable start() {
      Disposable watch = datalab.customProcessors().job("key").statuses().subscribe();
      return watch::dispose;
    }

    @Override
    public void close() {
      datalab.close();
    }
  }

  private static final class BareCalls implements Calls {
    private final OkHttpClient client = new OkHttpClient();
    private final BareTicks.StatusApi api;

    BareCalls(String url) {
      api = BareTicks.api(client, url);
    }

    @Override
    public Runnable start() {
      Call<CustomProcessorStatusResponse> call = api.status("key", "benchmark");
      call.enqueue(new Ignoring());
      return call::cancel;
    }

    @Override
    public void close() {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private static final class Ignoring implements Callback<CustomProcessorStatusResponse> {
    @Override
    public void onResponse(
        Call<CustomProcessorStatusResponse> call,
        Response<CustomProcessorStatusResponse> response) {}

    @Override
    public void onFailure(Call<CustomProcessorStatusResponse> call, Throwable error) {}
  }
}
