package io.github.datalab4j.benchmarks.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Moshi's reader alone, which every adapter of Moshi stands on: it tells the names apart, and takes
 * out the values, which nobody keeps. A known state is not made anew, and free-form JSON is made as
 * Moshi makes it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class ReaderBenchmark {
  private static final JsonReader.Options STATES =
      JsonReader.Options.of("processing", "completed", "failed");

  @Param public Body body;

  private final Buffer buffer = new Buffer();
  private byte[] json;
  private JsonReader.Options fields;

  // What is made may not be left out.
  @Nullable String keptName;
  @Nullable Object keptValue;

  @Setup
  public void prepare() {
    json = body.bytes();
    fields = fields(body.kind);
  }

  /** What the document names; free-form JSON comes first of a status, its state second. */
  private static JsonReader.Options fields(Body.Kind kind) {
    return switch (kind) {
      case STATUS ->
          JsonReader.Options.of(
              "pipeline_params",
              "status",
              "processor_id",
              "request_description",
              "sent_at",
              "success",
              "error_message",
              "runtime",
              "completed_at",
              "pipeline_id");
      case INITIAL -> JsonReader.Options.of("success", "response_check_url");
      case REFUSED -> JsonReader.Options.of("detail", "loc", "msg", "type");
    };
  }

  /** Unknown fields are skipped. */
  @Benchmark
  public int reader() throws IOException {
    return read(JsonReader.of(buffer.write(json)), false);
  }

  /** Unknown fields are free-form JSON too. */
  @Benchmark
  public int keepingReader() throws IOException {
    return read(JsonReader.of(buffer.write(json)), true);
  }

  /** How much text the values are, so that nothing can be left out. */
  private int read(JsonReader reader, boolean keeping) throws IOException {
    int length = 0;
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        reader.beginObject();
        while (reader.hasNext()) {
          length += readField(reader.selectName(fields), reader, keeping);
        }
        reader.endObject();
      }
      case BEGIN_ARRAY -> {
        reader.beginArray();
        while (reader.hasNext()) {
          length += read(reader, keeping);
        }
        reader.endArray();
      }
      case STRING -> length = reader.nextString().length();
      case NUMBER -> length = (int) reader.nextDouble();
      case BOOLEAN -> length = reader.nextBoolean() ? 1 : 0;
      default -> reader.nextNull();
    }
    return length;
  }

  private int readField(int field, JsonReader reader, boolean keeping) throws IOException {
    if (field < 0 && keeping) {
      keptName = reader.nextName();
      keptValue = reader.readJsonValue();
      return 0;
    }
    if (field < 0) {
      reader.skipName();
      reader.skipValue();
      return 0;
    }
    if (body.kind == Body.Kind.STATUS && field == 0) {
      keptValue = reader.readJsonValue();
      return 0;
    }
    if (body.kind == Body.Kind.STATUS && field == 1) {
      return reader.selectString(STATES);
    }
    return read(reader, keeping);
  }
}
