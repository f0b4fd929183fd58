package io.github.datalab4j.docs;

// region program
import io.github.datalab4j.*;
import java.io.File;

class KeepFootnotes {
  public static void main(String[] args) {
    FileInstructions hints = FileInstructions.builder().page(3, "Skip the stamp").build();
    Iteration iteration =
        Iteration.builder("Keep footnotes with their tables")
            .file(Document.of(new File(args[0])), hints)
            .build();
    try (Datalab datalab = Datalab.builder().fromEnvironment().build()) { // DATALAB_API_KEY
      GenerationJob job = datalab.customProcessors().iterate("cp_12345", iteration);
      job.statuses().blockingForEach(answer -> System.out.println(answer.status())); // sends, polls
      GeneratedProcessor made = job.result().blockingGet(); // the same job: nothing is sent again
      System.out.println("processor " + made.processorId() + ", pipeline " + made.pipelineId());
    }
  }
}
// endregion
