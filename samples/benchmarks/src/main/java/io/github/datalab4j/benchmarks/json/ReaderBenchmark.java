package io.github.datalab4j.benchmarks.json;

import com.squareup.moshi.JsonReader;
import io.github.datalab4j.client.model.FreeFormReading;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Moshi's reader without an adapter, which every adapter of Moshi stands on: it tells the names
 * apart, and takes out the values, which nobody keeps. A known state is not made anew; free-form
 * JSON and {@code loc} are made.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReaderBenchmark {
  private static final JsonReader.Options STATES =
      JsonReader.Options.of("processing", "completed", "failed");

  /** What is made of the fields that the document does not name, and how free-form JSON is made. */
  private enum Unknown {
    SKIPPED,
    AS_MOSHI_MAKES_IT,
    AS_OURS_MAKE_IT
  }

  @Param public Body body;

  private final Buffer buffer = new Buffer();
  private byte[] json;
  private JsonReader.Options fields;

  // What is made may not be left out.
  @Nullable Object kept;

  @Setup
  public void prepare() {
    json = body.bytes();
    fields = fields(body.kind);
  }

  /** What the document names, first what is made, then the state, where there are such. */
  static JsonReader.Options fields(Body.Kind kind) {
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
      case REFUSED -> JsonReader.Options.of("loc", "detail", "msg", "type");
    };
  }

  /** Unknown fields are skipped, numbers are doubles. */
  @Benchmark
  public int skippingReader() throws IOException {
    return read(JsonReader.of(buffer.write(json)), Unknown.SKIPPED);
  }

  /** Unknown fields are kept, as Moshi makes free-form JSON: numbers are doubles. */
  @Benchmark
  public int keepingReader() throws IOException {
    return read(JsonReader.of(buffer.write(json)), Unknown.AS_MOSHI_MAKES_IT);
  }

  /** Unknown fields are kept, as the generated adapters keep them: 40 is told from 40.0. */
  @Benchmark
  public int freeFormReader() throws IOException {
    return read(JsonReader.of(buffer.write(json)), Unknown.AS_OURS_MAKE_IT);
  }

  /** How much text the values are, so that nothing can be left out. */
  private int read(JsonReader reader, Unknown unknown) throws IOException {
    int length = 0;
    switch (reader.peek()) {
      case BEGIN_OBJECT -> length = readObject(reader, unknown);
      case BEGIN_ARRAY -> {
        reader.beginArray();
        while (reader.hasNext()) {
          length += read(reader, unknown);
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

  private int readObject(JsonReader reader, Unknown unknown) throws IOException {
    int length = 0;
    Map<String, @Nullable Object> additional = null;
    reader.beginObject();
    while (reader.hasNext()) {
      int field = reader.selectName(fields);
      if (field >= 0) {
        length += readField(field, reader, unknown);
      } else if (unknown == Unknown.SKIPPED) {
        reader.skipName();
        reader.skipValue();
      } else {
        additional = additional == null ? new LinkedHashMap<>() : additional;
        additional.put(reader.nextName(), make(reader, unknown));
      }
    }
    reader.endObject();
    if (additional != null) {
      kept = Collections.unmodifiableMap(additional);
    }
    return length;
  }

  private int readField(int field, JsonReader reader, Unknown unknown) throws IOException {
    if (field == 0 && body.kind != Body.Kind.INITIAL) {
      kept = make(reader, unknown);
      return 0;
    }
    return field == 1 && body.kind == Body.Kind.STATUS
        ? reader.selectString(STATES)
        : read(reader, unknown);
  }

  private static @Nullable Object make(JsonReader reader, Unknown unknown) throws IOException {
    return unknown == Unknown.AS_OURS_MAKE_IT
        ? FreeFormReading.read(reader)
        : reader.readJsonValue();
  }
}
