package io.github.datalab4j.benchmarks.load;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What is alive in this JVM. */
final class LiveHeap {
  private LiveHeap() {}

  /** The used heap after as many collections as it takes until it does not shrink any more. */
  static long bytes() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    long live = Long.MAX_VALUE;
    for (int same = 0; same < 3; ) {
      memory.gc();
      long used = memory.getHeapMemoryUsage().getUsed();
      same = used < live - 1024 ? 0 : same + 1;
      live = Math.min(live, used);
    }
    return live;
  }
}
