/** What changes from one document to the next, and how much. */
@NullMarked
package io.github.datalab4j.upgrade.change;

import org.jspecify.annotations.NullMarked;
