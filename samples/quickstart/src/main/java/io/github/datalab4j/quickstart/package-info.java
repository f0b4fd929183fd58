/** The command line program {@code datalab}: the main job of this library, from a shell. */
@NullMarked
package io.github.datalab4j.quickstart;

import org.jspecify.annotations.NullMarked;
