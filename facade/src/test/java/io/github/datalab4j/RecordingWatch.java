package io.github.datalab4j;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it hears of an upload, and may forbid its end. */
final class RecordingWatch implements UploadWatch {
  final List<Long> sent = new CopyOnWriteArrayList<>();
  final List<Long> totals = new CopyOnWriteArrayList<>();
  volatile long total = Long.MIN_VALUE;
  volatile int asked;
  volatile boolean forbidden;

  @Override
  public void progress(long sentBytes, long totalBytes) {
    sent.add(sentBytes);
    totals.add(totalBytes);
    total = totalBytes;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
  public boolean mayComplete() {
    asked++;
    return !forbidden;
  }

  @Override
  public boolean mayGoElsewhere() {
    return !forbidden;
  }

  long last() {
    return sent.get(sent.size() - 1);
  }
}
