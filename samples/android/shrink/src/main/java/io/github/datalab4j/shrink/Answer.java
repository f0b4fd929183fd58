package io.github.datalab4j.shrink;

/** The few fields of the service's answers that a program written by hand reads. */
final class Answer {
  String checkUrl = "";
  String status = "";
  String processorId = "";
  String error = "";
}
