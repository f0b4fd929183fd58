package io.github.datalab4j.shrink;

import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.Datalab;
import io.github.datalab4j.Document;
import io.github.datalab4j.ErrorDetail;
import io.github.datalab4j.FileInstructions;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.JobEvent;
import io.github.datalab4j.JobFailedException;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.RequestRefusedException;
import io.github.datalab4j.client.api.CustomProcessorsApi;
import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;

/**
 * The whole of the main job without a screen: iterate with two files, poll, get the result, a
 * failure and a refusal, go on by the token in another client, ask by the generated interface.
 * Arguments: base URL and API key. Every line that it prints is the same in every run.
 */
public final class Headless {
  private static final byte[] SCAN = {'%', 'P', 'D', 'F'};

  private final String url;
  private final String key;

  private Headless(String url, String key) {
    this.url = url;
    this.key = key;
  }

  public static void main(String[] args) {
    new Headless(args[0], args[1]).run();
  }

  private void run() {
    String token;
    try (Datalab datalab = client()) {
      CustomProcessors processors = datalab.customProcessors();
      completes(processors);
      fails(processors);
      isRefused(processors);
      token = processors.iterate("cp_12345", iteration()).token().blockingGet();
    }
    try (Datalab another = client()) {
      goesOn(another, token);
      asks(another);
    }
  }

  private Datalab client() {
    return Datalab.builder()
        .apiKey(key)
        .baseUrl(url)
        .pollPolicy(PollPolicy.fixed(20, TimeUnit.MILLISECONDS))
        .build();
  }

  private static Iteration iteration() {
    FileInstructions hints =
        FileInstructions.builder().general("A scan").page(3, "Skip the stamp").build();
    return Iteration.builder("Keep footnotes with their tables")
        .file(Document.of("scan.pdf", SCAN), hints)
        .file(Document.of("note.jpg", 4, () -> new ByteArrayInputStream(SCAN)))
        .build();
  }

  private static void completes(CustomProcessors processors) {
    GenerationJob job = processors.iterate("cp_12345", iteration());
    job.events().blockingForEach(Headless::print);
    print("result " + job.result().blockingGet());
  }

  private static void print(JobEvent event) {
    switch (event.kind()) {
      case UPLOAD:
        JobEvent.Upload upload = (JobEvent.Upload) event;
        if (upload.sentBytes() == upload.totalBytes()) {
          print("sent");
        }
        break;
      case ACCEPTED:
        print("accepted");
        break;
      default:
        print(event.toString());
    }
  }

  private static void fails(CustomProcessors processors) {
    try {
      print("not expected: " + processors.iterate("cp_12345", iteration()).result().blockingGet());
    } catch (JobFailedException e) {
      print(e.kind() + ": " + e.getMessage() + ", " + e.status());
    }
  }

  private static void isRefused(CustomProcessors processors) {
    try {
      print("not expected: " + processors.iterate("cp_12345", iteration()).token().blockingGet());
    } catch (RequestRefusedException e) {
      print(e.kind() + ": " + e.statusCode() + " " + e.detail());
      ErrorDetail detail = e.detail();
      if (detail != null) {
        for (ErrorDetail.Item item : detail.items()) {
          print(item);
        }
      }
    }
  }

  private static void print(ErrorDetail.Item item) {
    StringBuilder line = new StringBuilder(item.type());
    for (Object step : item.location()) {
      line.append(' ').append(step instanceof Long ? "number " : "name ").append(step);
    }
    print(line.append(' ').append(item.extras()).toString());
  }

  private static void goesOn(Datalab another, String token) {
    print("resumed " + another.customProcessors().resume(token).result().blockingGet());
  }

  private static void asks(Datalab another) {
    boolean success =
        another
            .api(CustomProcessorsApi.class)
            .iterateCustomPipeline("cp_12345", "Once more", null, null, null, null)
            .blockingGet()
            .success();
    print("by the generated interface: " + success);
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
