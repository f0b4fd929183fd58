package io.github.datalab4j.upgrade.report;

/**
 * Something to be seen at a glance.
 *
 * @param tone {@code patch}, {@code minor}, {@code major}, {@code failed} or {@code plain}
 */
record Fact(String label, String value, String tone) {}
