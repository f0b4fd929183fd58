package io.github.datalab4j;

/**
 * Something that happened to a job. Switch over {@link #kind()} and cast, or ask {@code
 * instanceof}: each kind is a class of its own.
 */
public abstract class JobEvent {
  JobEvent() {}

  /** Which event this is. Kinds may be added: have a default branch. */
  public abstract Kind kind();

  /** The kinds of event, in the order in which they come. */
  public enum Kind {
    /** {@link Upload}. */
    UPLOAD,
    /** {@link Accepted}. */
    ACCEPTED,
    /** {@link Poll}. */
    POLL,
    /** {@link BadPoll}. */
    BAD_POLL
  }

  /** A part of the request was handed to the connection. */
  public static final class Upload extends JobEvent {
    private final long sentBytes;
    private final long totalBytes;

    Upload(long sentBytes, long totalBytes) {
      this.sentBytes = sentBytes;
      this.totalBytes = totalBytes;
    }

    /** How many bytes of the request's body are out. It grows, unless the upload starts anew. */
    public long sentBytes() {
      return sentBytes;
    }

    /**
     * How many bytes the body has. When a document does not know its length it is -1, and the last
     * upload tells it, though no more bytes may be out than by the one before.
     */
    public long totalBytes() {
      return totalBytes;
    }

    @Override
    public Kind kind() {
      return Kind.UPLOAD;
    }

    @Override
    public String toString() {
      return "Upload{" + sentBytes + " of " + totalBytes + " bytes}";
    }
  }

  /** The service accepted the job, and the hook {@code onAccepted} has ended. */
  public static final class Accepted extends JobEvent {
    private final String token;

    Accepted(String token) {
      this.token = token;
    }

    /** The token that {@link CustomProcessors#resume} takes. */
    public String token() {
      return token;
    }

    @Override
    public Kind kind() {
      return Kind.ACCEPTED;
    }

    @Override
    public String toString() {
      return "Accepted{" + token + "}";
    }
  }

  /** A poll was answered with a status. */
  public static final class Poll extends JobEvent {
    private final long number;
    private final ProcessorStatus status;

    Poll(long number, ProcessorStatus status) {
      this.number = number;
      this.status = status;
    }

    /** The number of the poll in this watch, from 1. */
    public long number() {
      return number;
    }

    /** What the service answered. */
    public ProcessorStatus status() {
      return status;
    }

    @Override
    public Kind kind() {
      return Kind.POLL;
    }

    @Override
    public String toString() {
      return "Poll{" + number + ", " + status.status() + "}";
    }
  }

  /** A poll failed, and the failure is borne: the watch goes on. */
  public static final class BadPoll extends JobEvent {
    private final long number;
    private final Throwable error;

    BadPoll(long number, Throwable error) {
      this.number = number;
      this.error = error;
    }

    /** The number of the poll in this watch, from 1. */
    public long number() {
      return number;
    }

    /** Why it failed: a {@link DatalabException} as a rule. */
    public Throwable error() {
      return error;
    }

    @Override
    public Kind kind() {
      return Kind.BAD_POLL;
    }

    @Override
    public String toString() {
      return "BadPoll{" + number + ", " + error.getMessage() + "}";
    }
  }
}
