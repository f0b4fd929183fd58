package io.github.datalab4j.benchmarks.json;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Moshi's writer alone, which every adapter of Moshi stands on: it writes {@code file_instructions}
 * with the same instructions for each file name of an array.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WriterBenchmark {
  @Param({"1", "100", "10000"})
  public int files;

  private String[] fileNames;
  private Pojos.File every;

  @Setup
  public void prepare() {
    every = Pojos.File.numbered(0);
    fileNames = new String[files];
    for (int i = 0; i < files; i++) {
      fileNames[i] = Pojos.File.numbered(i).filename;
    }
  }

  /** The text that {@link EncodeBenchmark} makes, too. */
  @Benchmark
  public String writer() throws IOException {
    Buffer json = new Buffer();
    JsonWriter writer = JsonWriter.of(json);
    Pojos.Page first = every.page_instructions.get(0);
    Pojos.Page second = every.page_instructions.get(1);
    writer.beginArray();
    for (String fileName : fileNames) {
      writer.beginObject();
      writer.name("filename").value(fileName);
      writer.name("general_instructions").value(every.general_instructions);
      writer.name("page_instructions").beginArray();
      writePage(writer, first);
      writePage(writer, second);
      writer.endArray();
      writer.endObject();
    }
    writer.endArray();
    return json.readUtf8();
  }

  private static void writePage(JsonWriter writer, Pojos.Page page) throws IOException {
    writer.beginObject();
    writer.name("page").value(page.page);
    writer.name("instructions").value(page.instructions);
    writer.endObject();
  }
}
