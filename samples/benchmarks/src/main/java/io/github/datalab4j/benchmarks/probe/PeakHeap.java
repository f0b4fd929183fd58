package io.github.datalab4j.benchmarks.probe;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** The most heap that was used since a moment, what was garbage included. */
public final class PeakHeap {
  private PeakHeap() {}

  /** From now on, after a collection. */
  public static PeakHeap start() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    return new PeakHeap();
  }

  /** The peaks of all heap pools together: an upper bound, as they need not be of one moment. */
  public long bytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
