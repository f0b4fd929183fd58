package io.github.datalab4j.quickstart;

import java.util.LinkedHashMap;
import java.util.Map;

/** The exit codes of the program. */
enum ExitCode {
  COMPLETED(0, "the job has completed (status: it has not failed)"),
  JOB_FAILED(1, "the job has failed"),
  USAGE(2, "the command line, or a file it names, is wrong"),
  SERVICE(3, "the service refused, or was not reached or not understood"),
  DEADLINE(4, "the deadline has passed; the token to resume is printed"),
  INTERRUPTED(130, "interrupted; the token is printed if the job was accepted");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  int number() {
    return number;
  }

  /** For the help text. */
  static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      meanings.put(String.valueOf(code.number), code.meaning);
    }
    return meanings;
  }
}
