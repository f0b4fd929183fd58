package io.github.datalab4j;

/** Hears how far the body of one request is, on the thread that writes it. */
interface UploadWatch {
  /**
   * Some bytes were written.
   *
   * @param totalBytes the body's length, or -1 when it is not known
   */
  void progress(long sentBytes, long totalBytes);

  /**
   * Asked before the bytes that make the body complete are written: from here on the server may
   * accept it.
   *
   * @return false when the request was given up meanwhile; then those bytes must not be written
   */
  boolean mayComplete();

  /**
   * An interceptor of the user's has read the body to its end, and may send it by other means than
   * ours.
   *
   * @param yes false when the request came on its way to our connection after all
   */
  void readElsewhere(boolean yes);
}
