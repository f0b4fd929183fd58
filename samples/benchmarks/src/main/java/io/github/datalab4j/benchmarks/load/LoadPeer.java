package io.github.datalab4j.benchmarks.load;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.Datalab;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.RequestBudget;
import java.time.Duration;
import java.util.Locale;
import okhttp3.Interceptor;

/** Who watches the jobs of a load run. The HTTP client is the same for all. */
enum LoadPeer {
  /** The facade by its defaults, with the account's limit as its budget. */
  FACADE {
    @Override
    Watcher watcher(String url, int perMinute, long second, Interceptor counting) {
      PollPolicy policy = proportional(second);
      RequestBudget budget =
          perMinute > 0 ? RequestBudget.perMinute(perMinute) : RequestBudget.perMinute(UNLIMITED);
      return new FacadeWatcher(client(url, policy, budget, counting));
    }
  },

  /** As the vendor's Python client: every second, 300 times, whatever the answer. */
  VENDOR {
    @Override
    Watcher watcher(String url, int perMinute, long second, Interceptor counting) {
      PollPolicy policy =
          PollPolicy.fixed(second, MILLISECONDS).toBuilder()
              .deadline(300 * second, MILLISECONDS)
              .build();
      return new FacadeWatcher(client(url, policy, budget(perMinute), counting));
    }
  },

  /** The defaults of Google's generated clients: 5 s, times 1.5, at most 45 s, for 5 minutes. */
  GAX {
    @Override
    Watcher watcher(String url, int perMinute, long second, Interceptor counting) {
      PollPolicy policy =
          PollPolicy.builder()
              .exponential(5 * second, 1.5, 45 * second, MILLISECONDS)
              .jitter(0)
              .deadline(300 * second, MILLISECONDS)
              .build();
      return new FacadeWatcher(client(url, policy, budget(perMinute), counting));
    }
  },

  /** Azure's poller, every 5 s, for as long as it takes. */
  POLLER_FLUX {
    @Override
    Watcher watcher(String url, int perMinute, long second, Interceptor counting) {
      PollPolicy unused = PollPolicy.proportional();
      return new PollerFluxWatcher(
          client(url, unused, budget(perMinute), counting), Duration.ofMillis(5 * second));
    }
  };

  private static final int UNLIMITED = 1_000_000;

  /**
   * A watcher of the service at that address.
   *
   * @param second how long a second is, in milliseconds: shorter only to see that all still runs
   * @param counting sees every request
   */
  abstract Watcher watcher(String url, int perMinute, long second, Interceptor counting);

  /** The default, but for the length of a second. */
  static PollPolicy proportional(long second) {
    return PollPolicy.builder().proportional(0.1, second, 15 * second, MILLISECONDS).build();
  }

  /** The name in results and tables. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The peers know of no limit, and of no answer that says that it was exceeded. */
  private static RequestBudget budget(int perMinute) {
    return perMinute > 0 ? new NoBudget() : RequestBudget.perMinute(UNLIMITED);
  }

  private static CustomProcessors client(
      String url, PollPolicy policy, RequestBudget budget, Interceptor counting) {
    return Datalab.builder()
        .apiKey("test-key")
        .baseUrl(url)
        .pollPolicy(policy)
        .requestBudget(budget)
        .configureOkHttp(http -> http.addInterceptor(counting))
        .build()
        .customProcessors();
  }
}
