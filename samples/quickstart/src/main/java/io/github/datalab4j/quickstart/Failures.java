package io.github.datalab4j.quickstart;

import io.github.datalab4j.DatalabException;
import io.github.datalab4j.NotSentException;
import io.github.datalab4j.RequestRefusedException;
import io.github.datalab4j.ServiceUnavailableException;
import org.jspecify.annotations.Nullable;

/** Turns errors into one line that says what to do, and an exit code. */
final class Failures {
  private Failures() {}

  static Failure of(Throwable error) {
    if (error instanceof UsageException misuse) {
      return new Failure(ExitCode.USAGE, misuse.kind(), message(error), null);
    }
    if (error instanceof DatalabException known) {
      return new Failure(
          exitCode(known.kind()), known.kind().wireName(), advice(known), known.token());
    }
    String request = " Please report this, with the output of --verbose.";
    return new Failure(ExitCode.SERVICE, "internal", "Unforeseen: " + error + "." + request, null);
  }

  static String message(Throwable error) {
    @Nullable String message = error.getMessage();
    return message == null ? error.toString() : message;
  }

  private static ExitCode exitCode(DatalabException.Kind kind) {
    return switch (kind) {
      case JOB_FAILED -> ExitCode.JOB_FAILED;
      case DEADLINE_EXCEEDED -> ExitCode.DEADLINE;
      default -> ExitCode.SERVICE;
    };
  }

  /** The message as a sentence, and which option to look at, which the library cannot know. */
  private static String advice(DatalabException error) {
    String message = message(error).stripTrailing();
    String hint = hint(error);
    boolean ended = message.endsWith(".") || message.endsWith("?") || message.endsWith("!");
    return hint.isEmpty() ? message : message + (ended ? " " : ". ") + hint;
  }

  private static String hint(DatalabException error) {
    if (error instanceof RequestRefusedException refused) {
      return switch (refused.statusCode()) {
        case 401, 403 -> "See DATALAB_API_KEY and --api-key-file.";
        case 404 -> "Check the processor's id and --base-url.";
        default -> "";
      };
    }
    return isNoConnection(error) ? "Check --base-url and the network." : "";
  }

  /** Whether the service was not reached. */
  static boolean isNoConnection(DatalabException error) {
    return hasReason(error, ServiceUnavailableException.Reason.CONNECTION);
  }

  /** Whether the service asked to come again later. */
  static boolean isThrottled(DatalabException error) {
    return hasReason(error, ServiceUnavailableException.Reason.THROTTLED);
  }

  private static boolean hasReason(
      DatalabException error, ServiceUnavailableException.Reason reason) {
    Throwable cause = error instanceof NotSentException ? error.getCause() : error;
    return cause instanceof ServiceUnavailableException unavailable
        && unavailable.reason() == reason;
  }
}
