package io.github.datalab4j.quickstart;

import com.squareup.moshi.JsonWriter;
import io.github.datalab4j.ProcessorStatus;
import java.io.IOException;
import okio.Buffer;

/** Events for programs: one JSON object a line. What is not known is left out. */
final class JsonOutput implements Output {
  private static final long UNIT = 1_000_000;

  private final Lines out;
  private long lastPercent = -1;

  JsonOutput(Lines out) {
    this.out = out;
  }

  /** One event a percent (or a megabyte): a large upload would drown the reader otherwise. */
  @Override
  public void upload(long sent, long total) {
    long percent = total <= 0 ? sent / UNIT : sent * 100 / total;
    if (percent != lastPercent) {
      lastPercent = percent;
      event(
          "upload",
          json -> {
            json.name("sent").value(sent);
            json.name("total").value(total < 0 ? null : total);
          });
    }
  }

  @Override
  public void accepted(String token) {
    event("upload", json -> json.name("accepted").value(true).name("token").value(token));
  }

  @Override
  public void status(ProcessorStatus status) {
    event("status", json -> fields(json, status));
  }

  @Override
  public void noAnswer(String problem) {
    // No status, so no event; people read it on standard error.
  }

  @Override
  public void result(ProcessorStatus status) {
    event(
        "result",
        json -> {
          fields(json, status);
          json.name("request_description").value(status.requestDescription());
          json.name("runtime").value(status.runtime());
          parameters(json, status);
        });
  }

  @Override
  public void failure(Failure failure) {
    event(
        "error",
        json -> {
          json.name("kind").value(failure.kind());
          json.name("message").value(failure.message());
          json.name("token").value(failure.token());
        });
  }

  @Override
  public void note(String text) {
    // For people only.
  }

  @Override
  public void end() {
    // Every line is out already.
  }

  @Override
  public boolean isClosed() {
    return out.isClosed();
  }

  private static void fields(JsonWriter json, ProcessorStatus status) throws IOException {
    json.name("status").value(status.status());
    json.name("processor_id").value(status.processorId());
    json.name("pipeline_id").value(status.pipelineId());
    json.name("success").value(status.success());
    json.name("error_message").value(status.errorMessage());
    json.name("sent_at").value(status.sentAt());
    json.name("completed_at").value(status.completedAt());
  }

  /** Free-form JSON, in which a null says something. */
  private static void parameters(JsonWriter json, ProcessorStatus status) throws IOException {
    if (status.pipelineParams() != null) {
      json.setSerializeNulls(true);
      json.name("pipeline_params").jsonValue(status.pipelineParams());
      json.setSerializeNulls(false);
    }
  }

  private void event(String name, Fields fields) {
    Buffer line = new Buffer();
    try (JsonWriter json = JsonWriter.of(line)) {
      json.beginObject().name("event").value(name);
      fields.write(json);
      json.endObject();
    } catch (IOException e) {
      throw new IllegalStateException(e); // a buffer in memory
    }
    out.print(line.readUtf8());
  }

  private interface Fields {
    void write(JsonWriter json) throws IOException;
  }
}
