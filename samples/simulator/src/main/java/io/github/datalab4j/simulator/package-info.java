/**
 * A Datalab that lives inside a test or a demonstration: real HTTP on loopback, scripted jobs and
 * scripted faults. Start with {@link io.github.datalab4j.simulator.DatalabSimulator}.
 */
@NullMarked
package io.github.datalab4j.simulator;

import org.jspecify.annotations.NullMarked;
