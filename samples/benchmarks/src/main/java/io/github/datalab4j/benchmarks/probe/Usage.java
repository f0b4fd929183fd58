package io.github.datalab4j.benchmarks.probe;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process has used so far.
 *
 * @param cpuNanos processor time of all its threads, those of the JVM included
 * @param allocatedBytes by the threads that live
 */
public record Usage(long cpuNanos, long allocatedBytes) {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  /** Up to this moment. */
  public static Usage now() {
    long bytes = 0;
    for (long allocated : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      bytes += Math.max(0, allocated);
    }
    return new Usage(PROCESS.getProcessCpuTime(), bytes);
  }

  /** From then until this moment. */
  public Usage since(Usage then) {
    return new Usage(cpuNanos - then.cpuNanos, allocatedBytes - then.allocatedBytes);
  }
}
