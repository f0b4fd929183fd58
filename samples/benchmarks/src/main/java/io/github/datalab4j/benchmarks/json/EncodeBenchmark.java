package io.github.datalab4j.benchmarks.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Writes {@code file_instructions}. Every pair of library and size has a JVM of its own in each
 * round.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
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
