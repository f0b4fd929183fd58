package io.github.datalab4j.rule;

import io.github.datalab4j.DatalabEventListener;
import io.github.datalab4j.DatalabException;
import io.github.datalab4j.ProcessorStatus;

/** Looks for the key in what a client tells its listener, which hears it first, and in time. */
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
    listener.submitting(processorId, attempt);
    NothingLeft.look(processorId);
  }

  @Override
  public void accepted(String processorId, String token) {
    listener.accepted(processorId, token);
    NothingLeft.look(processorId);
    NothingLeft.look(token);
  }

  @Override
  public void notAccepted(String processorId, DatalabException error) {
    listener.notAccepted(processorId, error);
    NothingLeft.look(processorId);
    NothingLeft.look(error);
  }

  @Override
  public void polled(String token, long number, ProcessorStatus status) {
    listener.polled(token, number, status);
    NothingLeft.look(token);
    NothingLeft.look(status);
  }

  @Override
  public void pollFailed(String token, long number, Throwable error) {
    listener.pollFailed(token, number, error);
    NothingLeft.look(token);
    NothingLeft.look(error);
  }

  @Override
  public void watchFailed(String token, Throwable error) {
    listener.watchFailed(token, error);
    NothingLeft.look(token);
    NothingLeft.look(error);
  }
}
