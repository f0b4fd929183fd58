package io.github.datalab4j.benchmarks.call;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Polls one after another, by one of the peers. */
@FunctionalInterface
interface Ticks {
  String BARE = "bare Retrofit call";
  String TOLD = "bare call told on another thread";

  String COPIED = "bare call told on another thread, with our copies and limit";

  /** Ours first, and what is the more like it before the others. */
  List<String> PEERS = List.of(Peers.OURS, COPIED, TOLD, BARE);

  long GAP_MILLIS = 1;

  void run(int polls) throws Exception;

  static Ticks of(String peer, String url) {
    return switch (peer) {
      case Peers.OURS -> new FacadeTicks(url);
      case BARE -> BareTicks.alone(url);
      case COPIED -> BareTicks.copied(url);
      case TOLD -> BareTicks.told(url);
      default -> throw Peers.unknown(peer);
    };
  }

  /** 120,000 polls, some of them at once as that takes less time. */
  default void warmUp(boolean smoke) throws Exception {
    int atOnce = 8;
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      Callable<Void> some =
          () -> {
            run(smoke ? 1 : 15_000);
            return null;
          };
      for (Future<Void> ended : threads.invokeAll(Collections.nCopies(atOnce, some))) {
        ended.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}
