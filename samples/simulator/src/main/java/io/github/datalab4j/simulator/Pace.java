package io.github.datalab4j.simulator;

/** So many bytes, then a pause. */
final class Pace {
  final int bytes;
  final long millis;

  Pace(int bytes, long millis) {
    if (bytes < 1 || millis < 0) {
      throw new IllegalArgumentException(
          "at least 1 byte every 0 ms is needed, was " + bytes + " every " + millis + " ms");
    }
    this.bytes = bytes;
    this.millis = millis;
  }
}
