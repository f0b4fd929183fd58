/** Follows the API document: previews what a new one changes, and adopts it. */
@NullMarked
package io.github.datalab4j.upgrade;

import org.jspecify.annotations.NullMarked;
