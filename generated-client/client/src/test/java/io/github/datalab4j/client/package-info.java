/**
 * What stock generators get wrong on our document, and the generated client gets right.
 *
 * <p>Two rows of that list are not the client's to answer: the client adds no key, so neither where
 * a key goes on a redirect nor what happens without one is decided here. The facade adds it and
 * tests both; here stand {@link EndingTest}, by which no fault of an interceptor leaves a
 * subscriber waiting, and {@link RequestTest}, by which the client adds no header of its own.
 */
@NullMarked
package io.github.datalab4j.client;

import org.jspecify.annotations.NullMarked;
