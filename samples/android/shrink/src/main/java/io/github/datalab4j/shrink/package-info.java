/** The main job without a screen, to be shrunk and run; and what it is compared with. */
@NullMarked
package io.github.datalab4j.shrink;

import org.jspecify.annotations.NullMarked;
