/** What was written last time, and whether it has to be written again. */
@NullMarked
package io.github.datalab4j.generator.output;

import org.jspecify.annotations.NullMarked;
