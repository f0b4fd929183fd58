package io.github.datalab4j.benchmarks.probe;

/** One number that a probe has read. */
public record Reading(String metric, String unit, double value) {}
