/** How a schema's type is written in Java source. */
@NullMarked
package io.github.datalab4j.generator.type;

import org.jspecify.annotations.NullMarked;
