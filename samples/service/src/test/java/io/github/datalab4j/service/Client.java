package io.github.datalab4j.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser does, without one. */
final class Client {
  static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;

  Client(URI service) {
    this.service = service;
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Sends the form of the page. */
  Answer upload(String processorId, String request, String fileName, byte[] content)
      throws IOException, InterruptedException {
    return post(
        new Multipart()
            .text("processor_id", processorId)
            .text("request", request)
            .file("file", fileName, content));
  }

  /** Sends a form that is expected to be taken. */
  String accepted(String request) throws IOException, InterruptedException {
    Answer answer = upload("cp_12345", request, "scan.pdf", "%PDF-1.7 a scan".getBytes(UTF_8));
    if (answer.status() != 202) {
      throw new AssertionError(answer);
    }
    return answer.json().get("id").asString();
  }

  Answer post(Multipart form, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request("/api/jobs")
            .header("Content-Type", form.contentType())
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** Opens the event stream of a job. */
  Events events(String id) throws IOException, InterruptedException {
    return new Events(
        http.send(
            request("/api/jobs/" + id + "/events").GET().build(),
            HttpResponse.BodyHandlers.ofInputStream()));
  }

  /** The states that a job goes through, up to its end. */
  List<String> statesToTheEnd(String id) throws IOException, InterruptedException {
    List<String> states = new ArrayList<>();
    try (Events events = events(id)) {
      events.awaitEnd();
      for (JsonNode job : events.jobs()) {
        String state = job.get("state").asString();
        if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
          states.add(state);
        }
      }
    }
    return states;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofMinutes(1));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.headers(), answer.body());
  }

  record Answer(int status, HttpHeaders headers, String body) {
    String contentType() {
      return headers.firstValue("Content-Type").orElse("");
    }

    JsonNode json() {
      return JSON.readTree(body);
    }
  }
}
