package io.github.datalab4j.benchmarks.call;

/** Who is measured over loopback. */
final class Peers {
  static final String OURS = "datalab4j";

  private Peers() {}

  static IllegalArgumentException unknown(String peer) {
    return new IllegalArgumentException("No such peer: " + peer);
  }
}
