/** Measurements that JMH is not made for, each in a JVM of its own. */
@NullMarked
package io.github.datalab4j.benchmarks.probe;

import org.jspecify.annotations.NullMarked;
