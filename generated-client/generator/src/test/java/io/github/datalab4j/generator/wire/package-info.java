/**
 * Calls every operation of a document against a server on loopback, and compares what arrives with
 * what the document says by a reading of its own: of the generator nothing is used here but its
 * output.
 */
@NullMarked
package io.github.datalab4j.generator.wire;

import org.jspecify.annotations.NullMarked;
