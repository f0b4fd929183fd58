/** Compiles generated sources in memory and calls them. */
@NullMarked
package io.github.datalab4j.generator.testing;

import org.jspecify.annotations.NullMarked;
