/** The page of results: read, put into tables and plots, written. */
@NullMarked
package io.github.datalab4j.benchmarks.report;

import org.jspecify.annotations.NullMarked;
