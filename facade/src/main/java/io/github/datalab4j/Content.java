package io.github.datalab4j;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a document, which can be read any number of times. */
interface Content {
  /** The number of bytes now, or {@link Document#UNKNOWN_LENGTH}. */
  long length() throws IOException;

  /** Opens the content at its start. */
  InputStream open() throws IOException;

  /** Throws {@link IllegalArgumentException} when it is plain by now that it cannot be sent. */
  void check();
}
