/** What the generator gave up on, in one readable list. */
@NullMarked
package io.github.datalab4j.generator.report;

import org.jspecify.annotations.NullMarked;
