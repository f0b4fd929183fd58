package io.github.datalab4j.benchmarks.start;

import io.github.datalab4j.benchmarks.json.Body;
import io.github.datalab4j.benchmarks.json.FirstDecode;
import io.github.datalab4j.benchmarks.json.Library;
import io.github.datalab4j.benchmarks.probe.Probe;
import io.github.datalab4j.benchmarks.probe.Reading;
import java.util.List;
import java.util.Locale;

/** From nothing to the first status decoded. */
public final class DecodeStart implements Probe {
  static final String METRIC = "first decode";
  static final List<String> PEERS = List.of("datalab4j", "moshi reflective", "gson", "jackson");

  @Override
  public List<Reading> read(String peer, boolean smoke) throws Exception {
    Library library = Library.valueOf(peer.toUpperCase(Locale.ROOT).replace(' ', '_'));
    byte[] json = Body.COMPLETED.bytes();
    return FirstUse.of(METRIC, () -> FirstDecode.status(library, json));
  }
}
