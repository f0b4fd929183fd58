package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * What a client has to end when it is closed. It is held weakly: work that is under way is held by
 * its timers and calls, and what nobody holds needs no end.
 */
final class OpenWork {
  /** Something that ends its subscribers, and those to come, with a typed error. */
  interface Closing {
    void close();
  }

  private final Set<Closing> open = Collections.newSetFromMap(new WeakHashMap<>());
  private final CompletableSubject closed = CompletableSubject.create();
  private boolean isClosed;

  /** Adds work, or closes it at once when the client is closed. */
  <W extends Closing> W add(W work) {
    synchronized (open) {
      if (!isClosed) {
        open.add(work);
        return work;
      }
    }
    work.close();
    return work;
  }

  /** Completes when the client is closed. */
  Completable closed() {
    return closed;
  }

  /** Returns whether this call closed it. */
  boolean close() {
    List<Closing> all;
    synchronized (open) {
      if (isClosed) {
        return false;
      }
      isClosed = true;
      all = new ArrayList<>(open);
      open.clear();
    }
    for (Closing work : all) {
      Contained.run(work::close);
    }
    Contained.run(closed::onComplete);
    return true;
  }
}
