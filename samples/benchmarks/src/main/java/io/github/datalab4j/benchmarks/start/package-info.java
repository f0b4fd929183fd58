/** Cold start: what the first use in a fresh JVM costs. */
@NullMarked
package io.github.datalab4j.benchmarks.start;

import org.jspecify.annotations.NullMarked;
