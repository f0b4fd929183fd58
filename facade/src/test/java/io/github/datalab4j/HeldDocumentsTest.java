package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.datalab4j.simulator.Job;
import io.reactivex.rxjava3.disposables.Disposable;
import java.io.ByteArrayInputStream;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents are held until they are sent, and no longer. */
class HeldDocumentsTest {
  private static final int MOST_COLLECTIONS = 300;

  @RegisterExtension final Online online = new Online();

  private final ReferenceQueue<byte[]> collected = new ReferenceQueue<>();
  private @Nullable Reference<byte[]> content;

  @Test
  void documentOfAnAcceptedJobIsLetGoWhileTheJobIsWatched() throws Exception {
    online.simulator().nextJob(Job.neverEnding());
    GenerationJob job = job();
    Disposable watch = job.statuses().subscribe();
    Online.await(job.token());

    for (int i = 0; collected.remove(100) != content; i++) {
      if (i == MOST_COLLECTIONS) {
        fail("the document is still held");
      }
      System.gc();
    }

    watch.dispose();
  }

  private GenerationJob job() {
    byte[] bytes = new byte[1000];
    content = new PhantomReference<>(bytes, collected);
    Document document = Document.of("a.pdf", bytes.length, () -> new ByteArrayInputStream(bytes));
    return online
        .client()
        .customProcessors()
        .iterate(Online.PROCESSOR, Iteration.builder("r").file(document).build());
  }
}
