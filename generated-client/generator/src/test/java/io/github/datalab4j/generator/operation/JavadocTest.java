package io.github.datalab4j.generator.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class JavadocTest {
  @Test
  void tagsStandBelowAnEmptyLine() {
    assertEquals(
        Arrays.asList(
            "/**", " * Does.", " *", " * @param a one", " *     more", " * @param b", " */"),
        new Javadoc()
            .text(Collections.singletonList("Does."))
            .tag("@param a", Arrays.asList("one", "more"))
            .tag("@param b", Collections.singletonList(""))
            .lines());
  }

  @Test
  void tagWithoutTextIsLeftOut() {
    assertEquals(
        Arrays.asList("/**", " * Does.", " */"),
        new Javadoc()
            .text(Collections.singletonList("Does."))
            .tag("@param a", Collections.emptyList())
            .lines());
  }

  @Test
  void emptyLinesHaveNoTrailingSpace() {
    assertEquals(
        Arrays.asList("/**", " * Does.", " *", " * <p>More.", " */"),
        new Javadoc().text(Collections.singletonList("Does.")).paragraph("More.").lines());
  }
}
