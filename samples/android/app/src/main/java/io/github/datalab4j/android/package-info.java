/** A small Android application: one screen that iterates a processor, and a worker. */
@NullMarked
package io.github.datalab4j.android;

import org.jspecify.annotations.NullMarked;
