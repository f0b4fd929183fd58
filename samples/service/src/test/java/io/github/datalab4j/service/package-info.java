@NullMarked
package io.github.datalab4j.service;

import org.jspecify.annotations.NullMarked;
