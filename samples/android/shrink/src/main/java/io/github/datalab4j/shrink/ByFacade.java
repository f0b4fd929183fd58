package io.github.datalab4j.shrink;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.Document;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.PollPolicy;
import java.util.concurrent.TimeUnit;

/** What {@link ByHand} does, with this library. Arguments: base URL and API key. */
public final class ByFacade {
  private ByFacade() {}

  public static void main(String[] args) {
    try (Datalab datalab =
        Datalab.builder()
            .baseUrl(args[0])
            .apiKey(args[1])
            .pollPolicy(PollPolicy.fixed(20, TimeUnit.MILLISECONDS))
            .build()) {
      byte[] pdf = {'%', 'P', 'D', 'F'};
      GenerationJob job =
          datalab
              .customProcessors()
              .iterate(
                  "cp_12345",
                  Iteration.builder("Keep footnotes with their tables")
                      .file(Document.of("scan.pdf", pdf))
                      .file(Document.of("note.pdf", pdf))
                      .build());
      job.events().blockingForEach(event -> System.out.println(event));
      System.out.println(job.result().blockingGet());
    }
  }
}
