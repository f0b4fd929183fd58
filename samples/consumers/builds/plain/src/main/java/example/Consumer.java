package example;

import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.Datalab;
import io.github.datalab4j.Document;
import io.github.datalab4j.ErrorDetail;
import io.github.datalab4j.FileInstructions;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.JobFailedException;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.RequestRefusedException;
import io.reactivex.rxjava3.core.Observable;
import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;

/** The main job, a failure, a refusal, and a second client that goes on by a token. */
public final class Consumer {
  private static final byte[] SCAN = {'%', 'P', 'D', 'F'};

  private Consumer() {}

  /** Arguments: base URL and API key. */
  public static void main(String[] args) {
    String token;
    try (Datalab datalab = client(args[0], args[1])) {
      CustomProcessors processors = datalab.customProcessors();
      Observable<String> words =
          processors.iterate("cp_12345", iteration()).statuses().map(status -> status.status());
      System.out.println("statuses " + words.toList().blockingGet());
      failsAndIsRefused(processors);
      token = processors.iterate("cp_12345", iteration()).token().blockingGet();
    }
    try (Datalab another = client(args[0], args[1])) {
      String processor =
          another.customProcessors().resume(token).result().blockingGet().processorId();
      System.out.println("resumed " + processor);
    }
  }

  private static Datalab client(String url, String key) {
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

  private static void failsAndIsRefused(CustomProcessors processors) {
    try {
      processors.iterate("cp_12345", iteration()).result().blockingGet();
    } catch (JobFailedException e) {
      System.out.println("failed: " + e.status().status());
    }
    try {
      processors.iterate("cp_12345", iteration()).result().blockingGet();
    } catch (RequestRefusedException e) {
      ErrorDetail detail = e.detail();
      System.out.println(
          "refused: " + e.statusCode() + " " + (detail == null ? "" : detail.items().get(0)));
    }
  }
}
