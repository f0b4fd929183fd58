package io.github.datalab4j.benchmarks.size;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.Document;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.PollPolicy;
import java.util.concurrent.TimeUnit;

/** One file sent and its job polled to the end, by the facade. */
public final class ByFacade {
  private ByFacade() {}

  /** Arguments: base URL, API key. */
  public static void main(String[] arguments) {
    try (Datalab datalab =
        Datalab.builder()
            .baseUrl(arguments[0])
            .apiKey(arguments[1])
            .pollPolicy(PollPolicy.fixed(20, TimeUnit.MILLISECONDS))
            .build()) {
      Iteration iteration =
          Iteration.builder("Keep footnotes")
              .file(Document.of("scan.pdf", new byte[] {1, 2}))
              .build();
      datalab
          .customProcessors()
          .iterate("cp_12345", iteration)
          .statuses()
          .blockingForEach(
              status ->
                  System.out.println(
                      status.status() + " " + status.processorId() + " " + status.errorMessage()));
    }
  }
}
