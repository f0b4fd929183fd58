package io.github.datalab4j.benchmarks.json;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Decodes one body. Every pair of library and body has a JVM of its own in each round. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBenchmark {
  @Param public Body body;
  @Param public Library peer;

  private byte[] json;
  private Codec codec;

  @Setup
  public void prepare() {
    json = body.bytes();
    codec = peer.codec();
  }

  @Benchmark
  public Object decode() throws IOException {
    return codec.decode(body.kind, json);
  }
}
