/** The text of a document: whether it is one, and may be read. */
@NullMarked
package io.github.datalab4j.generator.document;

import org.jspecify.annotations.NullMarked;
