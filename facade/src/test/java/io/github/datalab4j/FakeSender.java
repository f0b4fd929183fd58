package io.github.datalab4j;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.subjects.SingleSubject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sender whose requests a test moves on by hand. */
final class FakeSender implements Submission.Sender {
  final List<Request> requests = new CopyOnWriteArrayList<>();

  /** What happens while a request is being made. */
  Runnable meanwhile = () -> {};

  @Override
  public Single<SubmitOutcome> send(UploadWatch watch) {
    Request request = new Request(watch);
    requests.add(request);
    meanwhile.run();
    return request.outcome.doOnDispose(() -> request.cancelled = true);
  }

  Request last() {
    return requests.get(requests.size() - 1);
  }

  static final class Request {
    final UploadWatch watch;
    final SingleSubject<SubmitOutcome> outcome = SingleSubject.create();
    volatile boolean cancelled;

    Request(UploadWatch watch) {
      this.watch = watch;
    }

    void answer(SubmitOutcome with) {
      outcome.onSuccess(with);
    }
  }
}
