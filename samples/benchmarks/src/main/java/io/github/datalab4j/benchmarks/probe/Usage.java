package io.github.datalab4j.benchmarks.probe;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What this process has used so far. */
public final class Usage {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  private final long cpuNanos;
  private final Map<Long, OfThread> threads;

  private Usage(long cpuNanos, Map<Long, OfThread> threads) {
    this.cpuNanos = cpuNanos;
    this.threads = threads;
  }

  /** Up to this moment. */
  public static Usage now() {
    long[] ids = THREADS.getAllThreadIds();
    long[] cpuNanos = THREADS.getThreadCpuTime(ids);
    long[] allocated = THREADS.getThreadAllocatedBytes(ids);
    ThreadInfo[] infos = THREADS.getThreadInfo(ids);
    Map<Long, OfThread> threads = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      String name = infos[i] == null ? "" : infos[i].getThreadName(); // none if it has just ended
      threads.put(ids[i], new OfThread(name, Math.max(0, cpuNanos[i]), Math.max(0, allocated[i])));
    }
    return new Usage(PROCESS.getProcessCpuTime(), threads);
  }

  /** From then until this moment; of threads without those that have ended meanwhile. */
  public Usage since(Usage then) {
    Map<Long, OfThread> since = new HashMap<>();
    threads.forEach(
        (id, used) -> {
          OfThread before = then.threads.getOrDefault(id, OfThread.NOTHING);
          since.put(
              id,
              new OfThread(used.name, used.cpuNanos - before.cpuNanos, used.bytes - before.bytes));
        });
    return new Usage(cpuNanos - then.cpuNanos, since);
  }

  /** Processor time of the whole process, its compiler and collector included. */
  public long cpuNanos() {
    return cpuNanos;
  }

  /** Processor time of the threads of Java. */
  public long threadsCpuNanos() {
    return threadsCpuNanos(name -> true);
  }

  /** Of those that have such a name. */
  public long threadsCpuNanos(Predicate<String> name) {
    return sum(used -> name.test(used.name) ? used.cpuNanos : 0);
  }

  /** Of the threads that live. */
  public List<String> threadNames() {
    return threads.values().stream().map(OfThread::name).sorted().toList();
  }

  /** By the threads that live. */
  public long allocatedBytes() {
    return sum(OfThread::bytes);
  }

  private long sum(ToLongFunction<OfThread> part) {
    return threads.values().stream().mapToLong(part).sum();
  }

  private record OfThread(String name, long cpuNanos, long bytes) {
    static final OfThread NOTHING = new OfThread("", 0, 0);
  }
}
