/** Many jobs at once: what they cost while they wait, and how soon their ends are seen. */
@NullMarked
package io.github.datalab4j.benchmarks.load;

import org.jspecify.annotations.NullMarked;
