package io.github.datalab4j.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StreamEndsTest {
  private static final Observable<String> ITEMS = Observable.just(Canary.KEY);
  private static final Flowable<String> FLOW = Flowable.just(Canary.KEY);
  private static final Single<String> SINGLE = Single.just(Canary.KEY);
  private static final Maybe<String> MAYBE = Maybe.just(Canary.KEY);
  private static final Completable ERROR = Completable.error(new IllegalStateException(Canary.KEY));

  static Stream<Arguments> ends() {
    return Stream.of(
        end("test observer", () -> ITEMS.test()),
        end("consumer of items", () -> ITEMS.subscribe(item -> {})),
        end(
            "consumer of items in a container",
            () -> ITEMS.subscribe(item -> {}, error -> {}, () -> {}, new CompositeDisposable())),
        end("consumer of items while", () -> ITEMS.forEachWhile(item -> true)),
        end("first item", () -> ITEMS.blockingFirst()),
        end("last item", () -> ITEMS.blockingLast()),
        end("items one by one", () -> ITEMS.blockingIterable().iterator().next()),
        end("future of the first item", () -> ITEMS.firstElement().toFuture().get()),
        end("future of items", () -> ITEMS.toFuture().get()),
        end("test subscriber", () -> FLOW.test()),
        end("subscriber to a flow", () -> FLOW.subscribe(item -> {})),
        end(
            "subscriber in parts",
            () -> {
              FLOW.blockingSubscribe(item -> {}, 1);
              return null;
            }),
        end("subscriber while", () -> FLOW.forEachWhile(item -> true)),
        end("first of a flow", () -> FLOW.blockingFirst()),
        end("flow one by one", () -> FLOW.blockingIterable().iterator().next()),
        end("future of a flow", () -> FLOW.toFuture().get()),
        end("consumer of a value", () -> SINGLE.subscribe(value -> {})),
        end("consumer of both ends", () -> SINGLE.subscribe((value, error) -> {})),
        end("value", () -> SINGLE.blockingGet()),
        end("future of a value", () -> SINGLE.toFuture().get()),
        end("consumer of a value, if any", () -> MAYBE.subscribe(value -> {})),
        end("value, if any", () -> MAYBE.blockingGet()),
        end("stage of the first item", () -> ITEMS.firstOrErrorStage()),
        end("stage of the last item", () -> ITEMS.lastOrErrorStage()),
        end("stage of a flow", () -> FLOW.firstOrErrorStage()),
        end("stage of a value", () -> SINGLE.toCompletionStage()),
        end("stage of a value, if any", () -> MAYBE.toCompletionStage()),
        end("consumer of an error", () -> ERROR.subscribe(() -> {}, error -> {})));
  }

  private static Arguments end(String name, Callable<?> end) {
    return Arguments.of(name, end);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ends")
  void everyEndIsWatched(String name, Callable<?> end) throws Exception {
    StreamEnds ends = new StreamEnds();
    ends.watch(); // in the place of the rule's own

    Object unused = end.call();

    assertEquals(1, ends.leaks().size(), name);
  }
}
