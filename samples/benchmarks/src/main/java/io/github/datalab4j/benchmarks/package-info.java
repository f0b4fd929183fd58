/** Speed, memory and scale, measured beside the peers. */
@NullMarked
package io.github.datalab4j.benchmarks;

import org.jspecify.annotations.NullMarked;
