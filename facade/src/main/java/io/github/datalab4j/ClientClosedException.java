package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/** The {@link Datalab} client was closed. A job that was accepted goes on at the service. */
public final class ClientClosedException extends DatalabException {
  private static final long serialVersionUID = 1;

  ClientClosedException(String message, SubmissionState submission, @Nullable String token) {
    super(Kind.CLIENT_CLOSED, message, null, submission, token);
  }

  @Override
  DatalabException withToken(String token) {
    return tracedTo(new ClientClosedException(messageText(), SubmissionState.ACCEPTED, token));
  }
}
