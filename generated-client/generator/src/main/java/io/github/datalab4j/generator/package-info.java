/** The generator {@code retrofit-moshi} for OpenAPI Generator. */
@NullMarked
package io.github.datalab4j.generator;

import org.jspecify.annotations.NullMarked;
