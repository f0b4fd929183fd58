package io.github.datalab4j.generator.operation;

import io.swagger.v3.oas.models.Operation;
import java.util.regex.Pattern;

/** Whether a document calls an operation deprecated, by its flag or in words. */
final class Deprecation {
  private static final Pattern IN_TAG =
      Pattern.compile("\\bdeprecated\\b", Pattern.CASE_INSENSITIVE);
  // "List deprecated models" is no deprecation; "[Deprecated] List models" is one.
  private static final Pattern IN_SUMMARY =
      Pattern.compile(
          "^\\W*deprecated\\b|[\\[(]deprecated\\b[^\\])]*[\\])]|\\b(?:is|are) deprecated\\b"
              + "|[-:\u2013\u2014]\\s*deprecated\\W*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NEGATED =
      Pattern.compile("\\b(?:not|non|un)[- ]?deprecated\\b", Pattern.CASE_INSENSITIVE);

  private Deprecation() {}

  /** The reason in one sentence; empty where there is none. */
  static String of(Operation operation) {
    if (Boolean.TRUE.equals(operation.getDeprecated())) {
      return "The API document marks this operation as deprecated.";
    }
    if (operation.getTags() != null) {
      for (String tag : operation.getTags()) {
        if (tag != null && says(IN_TAG, tag)) {
          return "The API document says so by the tag \"" + tag + "\".";
        }
      }
    }
    String summary = operation.getSummary();
    return summary != null && says(IN_SUMMARY, summary)
        ? "The API document says so: \"" + summary.trim() + "\"."
        : "";
  }

  private static boolean says(Pattern pattern, String text) {
    return pattern.matcher(NEGATED.matcher(text).replaceAll("")).find();
  }
}
