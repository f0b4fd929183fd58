package io.github.datalab4j.android;

import io.github.datalab4j.GeneratedProcessor;
import io.github.datalab4j.JobEvent;

/** What the screen shows. */
final class ScreenState {
  static final ScreenState STARTING = new ScreenState(Phase.STARTING, "", 0);
  static final ScreenState NO_KEY = new ScreenState(Phase.NO_KEY, "Enter your API key", 0);
  static final ScreenState IDLE = new ScreenState(Phase.IDLE, "Choose a document", 0);
  static final ScreenState UNKNOWN =
      new ScreenState(
          Phase.UNKNOWN,
          "It is not known whether the last document was accepted."
              + " Look at the processor's versions before you send it again.",
          0);

  /** Where a job is. */
  enum Phase {
    STARTING,
    NO_KEY,
    IDLE,
    SENDING,
    WATCHING,
    UNKNOWN,
    DONE,
    FAILED
  }

  final Phase phase;
  final String text;

  /** How much was sent, in percent; 0 while that is not known. */
  final int percent;

  private ScreenState(Phase phase, String text, int percent) {
    this.phase = phase;
    this.text = text;
    this.percent = percent;
  }

  static ScreenState sending() {
    return new ScreenState(Phase.SENDING, "Sending", 0);
  }

  static ScreenState watching() {
    return new ScreenState(Phase.WATCHING, "Accepted", 100);
  }

  static ScreenState of(JobEvent event) {
    switch (event.kind()) {
      case UPLOAD:
        JobEvent.Upload upload = (JobEvent.Upload) event;
        long total = upload.totalBytes();
        int percent = total > 0 ? (int) (100 * upload.sentBytes() / total) : 0;
        return new ScreenState(Phase.SENDING, "Sending", percent);
      case POLL:
        return new ScreenState(Phase.WATCHING, ((JobEvent.Poll) event).status().status(), 100);
      case BAD_POLL:
        return new ScreenState(Phase.WATCHING, "Trying again", 100);
      default:
        return watching();
    }
  }

  static ScreenState done(GeneratedProcessor made) {
    return new ScreenState(Phase.DONE, "Processor " + made.processorId(), 100);
  }

  static ScreenState failed(Throwable error) {
    return new ScreenState(Phase.FAILED, String.valueOf(error.getMessage()), 0);
  }

  boolean isBusy() {
    return phase == Phase.SENDING || phase == Phase.WATCHING;
  }

  boolean maySend() {
    return !isBusy() && phase != Phase.STARTING && phase != Phase.NO_KEY;
  }

  boolean hasEnded() {
    return phase == Phase.DONE || phase == Phase.FAILED;
  }
}
