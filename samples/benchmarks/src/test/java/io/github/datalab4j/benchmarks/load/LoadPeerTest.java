package io.github.datalab4j.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.PollPolicy;
import org.junit.jupiter.api.Test;

class LoadPeerTest {
  @Test
  void theFacadeIsMeasuredByItsDefaultPolicy() {
    assertEquals(PollPolicy.proportional(), LoadPeer.proportional(1_000));
  }
}
