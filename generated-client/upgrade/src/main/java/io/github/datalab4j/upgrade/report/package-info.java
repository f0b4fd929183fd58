/** What a person is told about an upgrade, as Markdown and as a page of its own. */
@NullMarked
package io.github.datalab4j.upgrade.report;

import org.jspecify.annotations.NullMarked;
