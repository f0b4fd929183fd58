package io.github.datalab4j.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.Datalab;
import io.github.datalab4j.Document;
import io.github.datalab4j.FileInstructions;
import io.github.datalab4j.GeneratedProcessor;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.JobEvent;
import io.github.datalab4j.simulator.Job;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.disposables.Disposable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/jobs.md. */
class JobsPageTest {
  @RegisterExtension final Loopback loopback = new Loopback();

  private final List<Object> shown = new ArrayList<>();
  @TempDir Path folder;

  @Test
  void mainJob() throws Exception {
    loopback.simulator.nextJob(Job.completing().after(0));
    Path scan = Files.write(folder.resolve("scan.pdf"), new byte[] {'%', 'P', 'D', 'F'});
    String key = Loopback.KEY;
    String url = loopback.simulator.url();
    // region main
    try (Datalab datalab = Datalab.builder().apiKey(key).baseUrl(url).build()) {
      Iteration iteration =
          Iteration.builder("Keep footnotes with their tables")
              .file(
                  Document.of(scan),
                  FileInstructions.builder().general("A scan").page(3, "Skip the stamp").build())
              .build();

      GeneratedProcessor done =
          datalab.customProcessors().iterate("cp_12345", iteration).result().blockingGet();

      show(done.processorId());
    }
    // endregion
    assertEquals("cp_12345", shown.get(0));
  }

  @Test
  void views() {
    Datalab datalab = loopback.datalab;
    Iteration iteration = Iteration.builder("Keep footnotes with their tables").build();
    // region views
    GenerationJob job = datalab.customProcessors().iterate("cp_12345", iteration); // not sent yet

    Disposable watching =
        job.statuses()
            .subscribe(
                status -> show(status.status()), // processing, processing, completed
                error -> show(error.getMessage()));
    GeneratedProcessor done = job.result().blockingGet(); // the same job, sent once
    // endregion
    assertEquals("cp_12345", done.processorId());
    assertEquals(1, loopback.simulator.iterations().size());
    watching.dispose();
  }

  @Test
  void events() {
    Iteration iteration = Iteration.builder("Keep footnotes with their tables").build();
    GenerationJob job = loopback.datalab.customProcessors().iterate("cp_12345", iteration);
    // region events
    job.events()
        .blockingForEach(
            event -> {
              switch (event.kind()) {
                case UPLOAD:
                  JobEvent.Upload upload = (JobEvent.Upload) event;
                  show(upload.sentBytes() + " of " + upload.totalBytes());
                  break;
                case POLL:
                  show(((JobEvent.Poll) event).status().status());
                  break;
                default: // accepted, a poll that failed and is borne, and what may be added
                  show(event);
              }
            });
    // endregion
    assertTrue(shown.contains("completed"));
  }

  @Test
  void resume() {
    Datalab datalab = loopback.datalab;
    Iteration iteration = Iteration.builder("Keep footnotes with their tables").build();
    GenerationJob job = datalab.customProcessors().iterate("cp_12345", iteration);
    // region resume
    String token = job.token().blockingGet(); // when accepted; polls nothing

    // later, or on another machine
    GenerationJob same = datalab.customProcessors().resume(token);
    GeneratedProcessor done = same.result().blockingGet();
    // endregion
    assertEquals("cp_12345", done.processorId());
    assertEquals(1, loopback.simulator.iterations().size());
  }

  @Test
  void hook() {
    Map<String, String> store = new ConcurrentHashMap<>();
    Datalab datalab = loopback.datalab;
    Iteration iteration = Iteration.builder("Keep footnotes with their tables").build();
    String order = "order-7";
    // region hook
    CustomProcessors processors =
        datalab
            .customProcessors()
            .withOnAccepted(token -> Completable.fromAction(() -> store.put(order, token)));

    GeneratedProcessor done = processors.iterate("cp_12345", iteration).result().blockingGet();
    // endregion
    assertEquals("cp_12345", done.processorId());
    assertFalse(store.isEmpty());
  }

  private void show(Object what) {
    shown.add(what);
  }
}
