/** The surface file: what the generated client offers, as text that is checked in and reviewed. */
@NullMarked
package io.github.datalab4j.generator.surface;

import org.jspecify.annotations.NullMarked;
