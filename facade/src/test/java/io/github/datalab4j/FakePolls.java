package io.github.datalab4j;

import io.reactivex.rxjava3.core.Single;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Answers polls from a script; when it is over, polls hang. */
final class FakePolls {
  private final Deque<Single<PollAnswer<ProcessorStatus>>> script = new ArrayDeque<>();
  int asked;
  int cancelled;

  Single<PollAnswer<ProcessorStatus>> poll() {
    return Single.defer(
        () -> {
          asked++;
          Single<PollAnswer<ProcessorStatus>> next =
              script.isEmpty() ? Single.never() : script.remove();
          return next.doOnDispose(() -> cancelled++);
        });
  }

  FakePolls then(ProcessorStatus... statuses) {
    for (ProcessorStatus status : statuses) {
      script.add(Single.just(PollAnswer.value(status, 0)));
    }
    return this;
  }

  FakePolls then(PollAnswer<ProcessorStatus> answer) {
    script.add(Single.just(answer));
    return this;
  }

  FakePolls thenBad(int times, Throwable error) {
    PollAnswer<ProcessorStatus> bad = PollAnswer.bad(error, 0);
    for (int i = 0; i < times; i++) {
      script.addAll(Arrays.asList(Single.just(bad)));
    }
    return this;
  }

  FakePolls thenHang() {
    script.add(Single.never());
    return this;
  }
}
