/** One reading of OpenAPI 3.0 and 3.1 schemas. */
@NullMarked
package io.github.datalab4j.generator.schema;

import org.jspecify.annotations.NullMarked;
