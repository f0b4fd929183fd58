package io.github.datalab4j.upgrade.report;

import java.util.List;

/**
 * A part of a report.
 *
 * @param id its name in addresses
 */
record Section(String id, String title, List<Block> blocks) {}
