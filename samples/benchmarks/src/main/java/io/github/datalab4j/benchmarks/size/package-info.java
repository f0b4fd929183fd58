/** Bytes: of the jars, and of what R8 leaves of them in an application. */
@NullMarked
package io.github.datalab4j.benchmarks.size;

import org.jspecify.annotations.NullMarked;
