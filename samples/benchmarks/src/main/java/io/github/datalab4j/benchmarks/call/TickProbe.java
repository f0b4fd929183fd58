package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.benchmarks.json.Body;
import io.github.datalab4j.benchmarks.probe.Probe;
import io.github.datalab4j.benchmarks.probe.Reading;
import io.github.datalab4j.benchmarks.probe.Usage;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What one poll costs the client, a millisecond after the one before. */
public final class TickProbe implements Probe {
  static final String BARE = "bare Retrofit call";
  private static final String OBSERVED = "and told on another thread";
  private static final String LIMITED = "and limited by the timer";

  /** What is added to the bare call, in steps, up to ours. */
  static final List<String> STEPS = List.of(BARE, OBSERVED, LIMITED, Peers.OURS);

  private static final int WARM_UP = 15_000;
  private static final int WARM_UP_AT_ONCE = 8;
  private static final int TICKS = 10_000;
  private static final int QUIET_MILLIS = 20; // of compiling, in as many ticks as are measured
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  @Override
  public List<Reading> read(String peer, boolean smoke) throws Exception {
    int ticks = smoke ? 5 : TICKS;
    try (ServerProcess server = ServerProcess.start(Body.PROCESSING);
        Ticks polls = ticks(peer, server.url())) {
      warmUp(polls, smoke ? 1 : WARM_UP);
      untilNothingIsCompiled(polls, ticks);
      System.gc();
      long serverCpu = server.cpuNanos();
      Usage before = Usage.now();
      polls.run(ticks);
      Usage used = Usage.now().since(before);
      List<Reading> readings = new ArrayList<>();
      readings.add(micros("cpu", used.cpuNanos(), ticks));
      readings.add(micros("cpu of its threads", used.threadsCpuNanos(), ticks));
      for (ThreadRole role : ThreadRole.values()) {
        readings.add(micros(role.metric, cpuNanos(used, role, smoke), ticks));
      }
      readings.add(new Reading("bytes", "B", perTick(used.allocatedBytes(), ticks)));
      readings.add(micros("server cpu", server.cpuNanos() - serverCpu, ticks));
      return readings;
    }
  }

  private static void warmUp(Ticks polls, int ticks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WARM_UP_AT_ONCE);
    try {
      Callable<Void> run =
          () -> {
            polls.run(ticks);
            return null;
          };
      for (Future<Void> ended : threads.invokeAll(Collections.nCopies(WARM_UP_AT_ONCE, run))) {
        ended.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static void untilNothingIsCompiled(Ticks polls, int ticks) throws Exception {
    long before;
    do {
      before = COMPILER.getTotalCompilationTime();
      polls.run(ticks);
    } while (COMPILER.getTotalCompilationTime() - before > QUIET_MILLIS);
  }

  /** A few polls may take less than the clock of a thread tells apart; that it is there is seen. */
  private static long cpuNanos(Usage used, ThreadRole role, boolean smoke) {
    long nanos = used.threadsCpuNanos(role::isOf);
    boolean seen = smoke ? used.threadNames().stream().anyMatch(role::isOf) : nanos > 0;
    if (role.inEveryPoll && !seen) {
      throw new IllegalStateException(
          "Nothing was found as \"" + role.metric + "\" among " + used.threadNames());
    }
    return nanos;
  }

  private static Reading micros(String metric, long nanos, int ticks) {
    return new Reading(metric, "µs", perTick(nanos, ticks) / 1000);
  }

  private static double perTick(long all, int ticks) {
    return (double) all / ticks;
  }

  private static Ticks ticks(String peer, String url) {
    return switch (peer) {
      case Peers.OURS -> new FacadeTicks(url);
      case BARE -> BareTicks.alone(url);
      case OBSERVED -> BareTicks.observed(url);
      case LIMITED -> BareTicks.observedAndLimited(url);
      default -> throw Peers.unknown(peer);
    };
  }

  /** Polls one after another. */
  interface Ticks extends AutoCloseable {
    long GAP_MILLIS = 1;

    void run(int polls) throws Exception;

    @Override
    void close();
  }
}
