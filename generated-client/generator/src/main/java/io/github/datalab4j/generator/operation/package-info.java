/** Reads the operations of a document: their names, parameters, bodies and results. */
@NullMarked
package io.github.datalab4j.generator.operation;

import org.jspecify.annotations.NullMarked;
