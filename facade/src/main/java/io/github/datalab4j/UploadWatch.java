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
   * Asked before an interceptor of the user's reads the body, and where it has put another one in
   * its place: from here on it may be sent by other means than ours.
   *
   * @return false when the request was given up meanwhile; then it must not be read
   */
  boolean mayGoElsewhere();
}
