package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.Document;
import io.github.datalab4j.Iteration;
import java.io.File;

/** By a job of the facade, as its users do. */
final class FacadeUpload implements UploadProbe.Upload {
  private final Datalab datalab;

  FacadeUpload(String url) {
    datalab = FacadeTicks.client(url);
  }

  @Override
  public void send(File file) {
    Iteration iteration = Iteration.builder("Keep footnotes").file(Document.of(file)).build();
    datalab
        .customProcessors()
        .iterate("cp_12345", iteration)
        .token()
        .ignoreElement()
        .blockingAwait();
  }
}
