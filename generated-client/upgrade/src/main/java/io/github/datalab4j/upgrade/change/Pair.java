package io.github.datalab4j.upgrade.change;

/** The same thing in both documents. */
record Pair<T>(T before, T after) {}
