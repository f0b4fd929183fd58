package io.github.datalab4j.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** An open stream of server-sent events; closing it is the browser that leaves. */
final class Events implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(2);

  private final InputStream stream;
  private final List<JsonNode> jobs = new CopyOnWriteArrayList<>();
  private final Thread reader;

  Events(HttpResponse<InputStream> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError("HTTP " + answer.statusCode());
    }
    stream = answer.body();
    reader = new Thread(this::read, "events");
    reader.setDaemon(true);
    reader.start();
  }

  List<JsonNode> jobs() {
    return jobs;
  }

  void awaitJob(Predicate<JsonNode> seen) {
    await().atMost(LONG).until(() -> jobs.stream().anyMatch(seen));
  }

  void awaitState(String state) {
    awaitJob(job -> job.get("state").asString().equals(state));
  }

  void awaitEnd() {
    await().atMost(LONG).until(() -> !reader.isAlive());
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private void read() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data:")) {
          jobs.add(Client.JSON.readTree(line.substring("data:".length())));
        }
      }
    } catch (IOException closed) {
      // by this test, or by a service that was killed: the thread's end tells it
    }
  }
}
