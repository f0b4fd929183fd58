/** What it costs to generate a client, and to build it. */
@NullMarked
package io.github.datalab4j.benchmarks.build;

import org.jspecify.annotations.NullMarked;
