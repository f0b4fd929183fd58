package io.github.datalab4j.generator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class FindingsTest {
  private final Findings findings = new Findings();

  @Test
  void nothingIsSaidPlainly() {
    assertEquals("Nothing was given up on.\n", findings.report());
  }

  @Test
  void theReportIsGroupedAndSorted() {
    findings.renamed("Error", "the class is named ErrorModel");
    findings.degraded("Pet.b", "free-form");
    findings.degraded("Pet.a", "free-form");
    findings.invalid("Pet.c", "nowhere");

    assertEquals(
        "given up on (2)\n  Pet.a: free-form\n  Pet.b: free-form\n"
            + "wrong in the document (1)\n  Pet.c: nowhere\n"
            + "renamed (1)\n  Error: the class is named ErrorModel\n",
        findings.report());
  }

  @Test
  void eachFindingCountsOnce() {
    findings.degraded("Pet.a", "free-form");
    findings.degraded("Pet.a", "free-form");

    assertEquals(1, findings.all().size());
  }

  @Test
  void textOfTheDocumentStaysOnOneBoundedLine() {
    findings.invalid("a\nb\u001b[31m", "x".repeat(1000));

    assertEquals(2, findings.report().lines().count());
    assertEquals("a b [31m", findings.all().get(0).where());
    assertEquals(303, findings.all().get(0).what().length());
  }
}
