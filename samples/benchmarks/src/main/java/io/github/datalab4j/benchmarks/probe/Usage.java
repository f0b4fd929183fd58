package io.github.datalab4j.benchmarks.probe;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What this process has used so far. */
public final class Usage {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  private final long cpuNanos;
  private final long compilingNanos;
  private final Map<Long, Long> allocatedBytes;

  private Usage(long cpuNanos, long compilingNanos, Map<Long, Long> allocatedBytes) {
    this.cpuNanos = cpuNanos;
    this.compilingNanos = compilingNanos;
    this.allocatedBytes = allocatedBytes;
  }

  /** Up to this moment. */
  public static Usage now() {
    long[] threads = THREADS.getAllThreadIds();
    long[] allocated = THREADS.getThreadAllocatedBytes(threads);
    Map<Long, Long> bytes = new HashMap<>();
    for (int i = 0; i < threads.length; i++) {
      bytes.put(threads[i], Math.max(0, allocated[i]));
    }
    return new Usage(
        PROCESS.getProcessCpuTime(),
        TimeUnit.MILLISECONDS.toNanos(COMPILER.getTotalCompilationTime()),
        bytes);
  }

  /** From then until this moment; without what threads allocated that have ended meanwhile. */
  public Usage since(Usage then) {
    Map<Long, Long> bytes = new HashMap<>();
    allocatedBytes.forEach(
        (thread, all) -> bytes.put(thread, all - then.allocatedBytes.getOrDefault(thread, 0L)));
    return new Usage(cpuNanos - then.cpuNanos, compilingNanos - then.compilingNanos, bytes);
  }

  /** Processor time of all threads, those of the JVM included. */
  public long cpuNanos() {
    return cpuNanos;
  }

  /** As much of it as the JVM took to compile. */
  public long compilingNanos() {
    return compilingNanos;
  }

  /** By the threads that live. */
  public long allocatedBytes() {
    return allocatedBytes.values().stream().mapToLong(Long::longValue).sum();
  }
}
