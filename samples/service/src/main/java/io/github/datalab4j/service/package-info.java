/** A server application that iterates processors for its users, on Spring WebFlux and RxJava 3. */
@NullMarked
package io.github.datalab4j.service;

import org.jspecify.annotations.NullMarked;
