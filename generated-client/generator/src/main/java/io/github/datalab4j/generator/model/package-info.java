/** The classes to be generated: objects, enums and unions, built from schemas. */
@NullMarked
package io.github.datalab4j.generator.model;

import org.jspecify.annotations.NullMarked;
