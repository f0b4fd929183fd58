package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.benchmarks.json.Body;
import io.github.datalab4j.benchmarks.probe.Probe;
import io.github.datalab4j.benchmarks.probe.Reading;
import io.github.datalab4j.benchmarks.probe.Usage;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What one poll costs the client, a millisecond after the one before. */
public final class TickProbe implements Probe {
  private static final int TICKS = 10_000;
  private static final int QUIET_MILLIS = 20; // of compiling, in half as many
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  @Override
  public List<Reading> read(String peer, boolean smoke) throws Exception {
    int ticks = smoke ? 5 : TICKS;
    try (ServerProcess server = ServerProcess.start(Body.PROCESSING)) {
      Ticks polls = Ticks.of(peer, server.url());
      polls.warmUp(smoke);
      untilLittleIsCompiled(polls, Math.max(1, ticks / 2));
      System.gc();
      long serverBefore = server.cpuNanos();
      Usage before = Usage.now();
      long compiledBefore = COMPILER.getTotalCompilationTime();
      long collectedBefore = collectionMillis();
      polls.run(ticks);
      Usage used = Usage.now().since(before);
      List<Reading> readings = new ArrayList<>();
      readings.add(micros("cpu", used.cpuNanos(), ticks));
      readings.add(micros("cpu of its threads", used.threadsCpuNanos(), ticks));
      readings.add(millis("compiling", COMPILER.getTotalCompilationTime() - compiledBefore, ticks));
      readings.add(millis("collecting", collectionMillis() - collectedBefore, ticks));
      for (ThreadRole role : ThreadRole.values()) {
        readings.add(micros("cpu of " + role.threads, cpuNanos(used, role, smoke), ticks));
      }
      readings.add(new Reading("bytes", "B", perTick(used.allocatedBytes(), ticks)));
      readings.add(micros("server cpu", server.cpuNanos() - serverBefore, ticks));
      return readings;
    }
  }

  private static void untilLittleIsCompiled(Ticks polls, int ticks) throws Exception {
    long before;
    do {
      before = COMPILER.getTotalCompilationTime();
      polls.run(ticks);
    } while (COMPILER.getTotalCompilationTime() - before > QUIET_MILLIS);
  }

  /** A few polls may take less than a thread's clock tells apart; that it is there is seen. */
  private static long cpuNanos(Usage used, ThreadRole role, boolean smoke) {
    long nanos = used.threadsCpuNanos(role::isOf);
    boolean seen = smoke ? used.threadNames().stream().anyMatch(role::isOf) : nanos > 0;
    if (role.inEveryPoll && !seen) {
      throw new IllegalStateException(
          "Nothing was found as \"" + role.threads + "\" among " + used.threadNames());
    }
    return nanos;
  }

  private static Reading micros(String metric, long nanos, int ticks) {
    return new Reading(metric, "µs", perTick(nanos, ticks) / 1000);
  }

  private static Reading millis(String metric, long millis, int ticks) {
    return micros(metric, TimeUnit.MILLISECONDS.toNanos(millis), ticks);
  }

  private static long collectionMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  private static double perTick(long all, int ticks) {
    return (double) all / ticks;
  }
}
