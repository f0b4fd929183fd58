package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.benchmarks.json.Body;
import io.github.datalab4j.benchmarks.probe.Probe;
import io.github.datalab4j.benchmarks.probe.Probes;
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
import java.util.stream.Stream;

/** What one poll costs the client, a millisecond after the one before, in steps. */
public final class TickProbe implements Probe {
  static final String BARE = "bare Retrofit call";
  private static final String OBSERVED = "and told on another thread";
  private static final String LIMITED = "and limited by the timer";

  /** What is added to the bare call, in steps, up to ours. */
  static final List<String> STEPS = List.of(BARE, OBSERVED, LIMITED, Peers.OURS);

  private static final int WARM_UP = 15_000;
  private static final int WARM_UP_AT_ONCE = 8;
  private static final int TICKS = 5_000;
  private static final int TURNS = 8;
  private static final int QUIET_MILLIS = 20; // of compiling, in one turn of all
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  /** All in one JVM, in turns, as the polls of two JVMs differ by more than what is looked for. */
  @Override
  public List<Reading> read(String all, boolean smoke) throws Exception {
    try (ServerProcess server = ServerProcess.start(Body.PROCESSING)) {
      List<Step> steps = STEPS.stream().map(peer -> new Step(peer, server)).toList();
      for (Step step : steps) {
        warmUp(step.polls, smoke ? 1 : WARM_UP);
      }
      int ticks = smoke ? 5 : TICKS;
      untilNothingIsCompiled(steps, ticks);
      int turns = smoke ? 1 : TURNS;
      for (int turn = 0; turn < turns; turn++) {
        for (Step step : Probes.inTurns(steps, turn)) {
          step.measure(ticks);
        }
      }
      return steps.stream().flatMap(step -> step.readings(turns * ticks, smoke)).toList();
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

  private static void untilNothingIsCompiled(List<Step> steps, int ticks) throws Exception {
    long before;
    do {
      before = COMPILER.getTotalCompilationTime();
      for (Step step : steps) {
        step.polls.run(ticks);
      }
    } while (COMPILER.getTotalCompilationTime() - before > QUIET_MILLIS);
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

  /** One of them, and what its polls have used. */
  private static final class Step {
    final Ticks polls;
    private final String peer;
    private final ServerProcess server;
    private Usage used = Usage.NOTHING;
    private long serverCpuNanos;

    Step(String peer, ServerProcess server) {
      this.polls = ticks(peer, server.url());
      this.peer = peer;
      this.server = server;
    }

    void measure(int ticks) throws Exception {
      System.gc();
      long serverBefore = server.cpuNanos();
      Usage before = Usage.now();
      polls.run(ticks);
      used = used.plus(Usage.now().since(before));
      serverCpuNanos += server.cpuNanos() - serverBefore;
    }

    Stream<Reading> readings(int ticks, boolean smoke) {
      List<Reading> readings = new ArrayList<>();
      readings.add(micros("cpu", used.cpuNanos(), ticks));
      readings.add(micros("cpu of its threads", used.threadsCpuNanos(), ticks));
      for (ThreadRole role : ThreadRole.values()) {
        readings.add(micros("cpu of " + role.threads, cpuNanos(role, smoke), ticks));
      }
      readings.add(bytes("bytes", used.allocatedBytes(), ticks));
      for (ThreadRole role : ThreadRole.values()) {
        readings.add(bytes("bytes of " + role.threads, used.allocatedBytes(role::isOf), ticks));
      }
      readings.add(micros("server cpu", serverCpuNanos, ticks));
      return readings.stream();
    }

    /** A few polls may take less than a thread's clock tells apart; that it is there is seen. */
    private long cpuNanos(ThreadRole role, boolean smoke) {
      long nanos = used.threadsCpuNanos(role::isOf);
      boolean seen = smoke ? used.threadNames().stream().anyMatch(role::isOf) : nanos > 0;
      if (role.inEveryPoll && !seen) {
        throw new IllegalStateException(
            "Nothing was found as \"" + role.threads + "\" among " + used.threadNames());
      }
      return nanos;
    }

    private Reading bytes(String metric, long bytes, int ticks) {
      return new Reading(peer, metric, "B", perTick(bytes, ticks));
    }

    private Reading micros(String metric, long nanos, int ticks) {
      return new Reading(peer, metric, "µs", perTick(nanos, ticks) / 1000);
    }

    private static double perTick(long all, int ticks) {
      return (double) all / ticks;
    }
  }

  /** Polls one after another. */
  @FunctionalInterface
  interface Ticks {
    long GAP_MILLIS = 1;

    void run(int polls) throws Exception;
  }
}
