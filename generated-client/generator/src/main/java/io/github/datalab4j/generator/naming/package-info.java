/** Java names and harmless text made from the document's names and text. */
@NullMarked
package io.github.datalab4j.generator.naming;

import org.jspecify.annotations.NullMarked;
