/** Calls over loopback: polls, cancelled polls, uploads. */
@NullMarked
package io.github.datalab4j.benchmarks.call;

import org.jspecify.annotations.NullMarked;
