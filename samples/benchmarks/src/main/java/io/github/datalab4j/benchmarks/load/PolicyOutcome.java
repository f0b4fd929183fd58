package io.github.datalab4j.benchmarks.load;

/** The means of a {@link PolicySimulation}. */
record PolicyOutcome(double polls, double lateSeconds) {}
