/** An API document as the comparison sees it: what is on the wire, and what Java makes of it. */
@NullMarked
package io.github.datalab4j.upgrade.document;

import org.jspecify.annotations.NullMarked;
