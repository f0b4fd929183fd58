package io.github.datalab4j.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a measurement ran on.
 *
 * @param cpu the processor's model, or its architecture where the system does not tell
 */
public record Machine(String jdk, String cpu, int cores, String memory, String os) {
  /** This one. */
  public static Machine here() throws IOException {
    return new Machine(
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        processor(),
        Runtime.getRuntime().availableProcessors(),
        installedMemory(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"));
  }

  private static String processor() throws IOException {
    Path told = Path.of("/proc/cpuinfo");
    String architecture = System.getProperty("os.arch");
    if (!Files.exists(told)) {
      return architecture;
    }
    try (Stream<String> lines = Files.lines(told)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(architecture);
    }
  }

  private static String installedMemory() {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return String.format(
        Locale.ROOT, "%.0f GiB", system.getTotalMemorySize() / 1024.0 / 1024.0 / 1024.0);
  }

  @Override
  public String toString() {
    return jdk + ", " + cores + " cores of " + cpu + ", " + memory + ", " + os;
  }
}
