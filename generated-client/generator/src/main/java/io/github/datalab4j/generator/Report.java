package io.github.datalab4j.generator;

import io.github.datalab4j.generator.report.Findings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text that tells what the generator gave up on. */
final class Report {
  private Report() {}

  static String of(Findings findings, @Nullable List<String> parserMessages) {
    StringBuilder text = new StringBuilder();
    text.append("What the generated code says less exactly than the API document\n");
    text.append("===============================================================\n\n");
    text.append(findings.report());
    if (parserMessages == null) {
      return text.append("\nWhat the parser says was not asked: the document is no file.\n")
          .toString();
    }
    text.append("\nWhat the parser says of the document (")
        .append(parserMessages.size())
        .append(")\n");
    parserMessages.forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }
}
