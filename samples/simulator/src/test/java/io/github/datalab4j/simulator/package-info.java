@NullMarked
package io.github.datalab4j.simulator;

import org.jspecify.annotations.NullMarked;
