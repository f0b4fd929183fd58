/** The project's own tree: copied, built, compared, and brought up to date. */
@NullMarked
package io.github.datalab4j.upgrade.project;

import org.jspecify.annotations.NullMarked;
