package io.github.datalab4j.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.Document;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.simulator.Job;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of docs/android.md. */
class AndroidPageTest {
  @RegisterExtension final Loopback loopback = new Loopback();

  private final List<Object> shown = new ArrayList<>();
  private final CountDownLatch done = new CountDownLatch(1);

  @Test
  void screen() throws Exception {
    String key = Loopback.KEY;
    String url = loopback.simulator.url();
    Scheduler mainThread = Schedulers.single();
    String token = token();
    CompositeDisposable screen = new CompositeDisposable();
    // region screen
    Datalab datalab =
        Datalab.builder().apiKey(key).baseUrl(url).callbackScheduler(mainThread).build();

    // after the process died: the hook onAccepted has stored the token
    GenerationJob job = datalab.customProcessors().resume(token);
    screen.add(job.statuses().subscribe(this::show, this::showError));

    // onStop: leaving stops timer and request; onStart subscribes again
    // endregion
    assertEquals(true, done.await(10, TimeUnit.SECONDS));
    screen.dispose();
    datalab.close();
  }

  @Test
  void contentUri() {
    String uri = "content://documents/7";
    // region uri
    Document document =
        Document.of("scan.pdf", Document.UNKNOWN_LENGTH, () -> openInputStream(uri));
    // endregion
    assertEquals("scan.pdf", document.name());
  }

  private String token() {
    loopback.simulator.nextJob(Job.completing().after(0));
    return loopback
        .datalab
        .customProcessors()
        .iterate("cp_12345", Iteration.builder("Keep footnotes with their tables").build())
        .token()
        .blockingGet();
  }

  private void show(Object what) {
    shown.add(what);
    done.countDown();
  }

  private void showError(Throwable error) {
    shown.add(error);
  }

  private static InputStream openInputStream(String uri) {
    return new ByteArrayInputStream(new byte[uri.length()]);
  }
}
