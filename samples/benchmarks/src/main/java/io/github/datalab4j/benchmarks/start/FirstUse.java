package io.github.datalab4j.benchmarks.start;

import io.github.datalab4j.benchmarks.probe.Reading;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Time and classes that the first use of something takes. */
final class FirstUse {
  private static final ClassLoadingMXBean CLASSES = ManagementFactory.getClassLoadingMXBean();

  private FirstUse() {}

  static List<Reading> of(String what, Callable<@Nullable Object> use) throws Exception {
    long classes = CLASSES.getTotalLoadedClassCount();
    long start = System.nanoTime();
    Objects.requireNonNull(use.call());
    double millis = (System.nanoTime() - start) / 1e6;
    long loaded = CLASSES.getTotalLoadedClassCount() - classes;
    return List.of(new Reading(what, "ms", millis), new Reading("classes for " + what, "", loaded));
  }
}
