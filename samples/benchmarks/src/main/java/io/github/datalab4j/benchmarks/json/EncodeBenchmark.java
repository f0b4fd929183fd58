package io.github.datalab4j.benchmarks.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Writes {@code file_instructions}. Every pair of library and size has a JVM of its own in each
 * round.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EncodeBenchmark {
  @Param({"1", "100", "10000"})
  public int files;

  // Keeping unknown fields makes no difference here.
  @Param({"DATALAB4J", "MOSHI_REFLECTIVE", "GSON", "JACKSON"})
  public Library peer;

  private Encoder encoder;

  @Setup
  public void prepare() {
    encoder = Encoder.of(peer, files);
  }

  @Benchmark
  public String encode() throws JsonProcessingException {
    return encoder.encode();
  }
}
