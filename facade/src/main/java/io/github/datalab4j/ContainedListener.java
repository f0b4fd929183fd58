package io.github.datalab4j;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps what a user's listener throws from the work that it listens to, and logs it. */
final class ContainedListener extends DatalabEventListener {
  static final DatalabEventListener NONE = new DatalabEventListener() {};

  private static final Logger LOG = Logger.getLogger("io.github.datalab4j");

  private final DatalabEventListener listener;

  ContainedListener(DatalabEventListener listener) {
    this.listener = listener;
  }

  @Override
  public void submitting(String processorId, int attempt) {
    tell(() -> listener.submitting(processorId, attempt));
  }

  @Override
  public void accepted(String processorId, String token) {
    tell(() -> listener.accepted(processorId, token));
  }

  @Override
  public void notAccepted(String processorId, DatalabException error) {
    tell(() -> listener.notAccepted(processorId, error));
  }

  @Override
  public void polled(String token, long number, ProcessorStatus status) {
    tell(() -> listener.polled(token, number, status));
  }

  @Override
  public void pollFailed(String token, long number, Throwable error) {
    tell(() -> listener.pollFailed(token, number, error));
  }

  @Override
  public void watchFailed(String token, Throwable error) {
    tell(() -> listener.watchFailed(token, error));
  }

  private static void tell(Runnable call) {
    try {
      call.run();
    } catch (Throwable e) { // also what is checked: Kotlin and Lombok throw it undeclared
      Contained.run(
          () -> LOG.log(Level.WARNING, "The event listener failed; the work goes on.", e));
    }
  }
}
