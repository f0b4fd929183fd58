package io.github.datalab4j.rule;

import io.github.datalab4j.DatalabEventListener;
import io.github.datalab4j.DatalabException;
import io.github.datalab4j.ProcessorStatus;

/** Looks for the key in what a client tells its listener. */
public final class WatchedListener extends DatalabEventListener {
  private final DatalabEventListener listener;

  /** Watches what that one is told. */
  public WatchedListener(DatalabEventListener listener) {
    this.listener = listener;
  }

  /** Watches what nobody else is told. */
  public WatchedListener() {
    this(new DatalabEventListener() {});
  }

  @Override
  public void submitting(String processorId, int attempt) {
    NothingLeft.told(processorId);
    listener.submitting(processorId, attempt);
  }

  @Override
  public void accepted(String processorId, String token) {
    NothingLeft.told(processorId, token);
    listener.accepted(processorId, token);
  }

  @Override
  public void notAccepted(String processorId, DatalabException error) {
    NothingLeft.told(processorId, error);
    listener.notAccepted(processorId, error);
  }

  @Override
  public void polled(String token, long number, ProcessorStatus status) {
    NothingLeft.told(token, status);
    listener.polled(token, number, status);
  }

  @Override
  public void pollFailed(String token, long number, Throwable error) {
    NothingLeft.told(token, error);
    listener.pollFailed(token, number, error);
  }

  @Override
  public void watchFailed(String token, Throwable error) {
    NothingLeft.told(token, error);
    listener.watchFailed(token, error);
  }
}
