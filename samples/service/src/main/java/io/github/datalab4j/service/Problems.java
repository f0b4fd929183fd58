package io.github.datalab4j.service;

import io.github.datalab4j.DatalabException.Kind;
import java.net.URI;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The client's typed errors as problem details (RFC 9457). */
final class Problems {
  private Problems() {}

  /**
   * The problem of an error that was recorded.
   *
   * @param kind the word of {@link Kind#wireName()}
   */
  static ProblemDetail of(String kind, String detail) {
    HttpStatus status =
        Arrays.stream(Kind.values())
            .filter(known -> known.wireName().equals(kind))
            .findFirst()
            .map(Problems::status)
            .orElse(HttpStatus.BAD_GATEWAY);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:datalab4j:" + kind));
    problem.setTitle(title(kind));
    return problem;
  }

  private static HttpStatus status(Kind kind) {
    return switch (kind) {
      case JOB_FAILED, REQUEST_REFUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
      case UNKNOWN_JOB -> HttpStatus.GONE;
      case NOT_SENT, SERVICE_UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
      case DEADLINE_EXCEEDED -> HttpStatus.GATEWAY_TIMEOUT;
      default -> HttpStatus.BAD_GATEWAY;
    };
  }

  /** {@code job_failed} is "Job failed". */
  private static String title(String kind) {
    String words = kind.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
