package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/**
 * An address is not one that the key may be sent to: a check URL that is no path of the service, a
 * token of another origin, a plain {@code http} base URL of another machine. Nothing was sent
 * there. Where a job was accepted all the same, {@link #token()} has its lookup key alone, taken
 * from the end of the check URL: resumed, it is asked for by the documented operation.
 */
public final class UntrustedAddressException extends DatalabException {
  private static final long serialVersionUID = 1;

  UntrustedAddressException(String message, SubmissionState submission, @Nullable String token) {
    super(Kind.UNTRUSTED_ADDRESS, message, null, submission, token);
  }

  @Override
  DatalabException withToken(String token) {
    return tracedTo(new UntrustedAddressException(messageText(), SubmissionState.ACCEPTED, token));
  }
}
