/** JSON: decoding and encoding what the service speaks. */
@NullMarked
package io.github.datalab4j.benchmarks.json;

import org.jspecify.annotations.NullMarked;
