package io.github.datalab4j.shrink;

import io.github.datalab4j.shrink.ByHand.Api;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.BehaviorSubject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import retrofit2.HttpException;

/**
 * {@link ByHand} as a reactive application would have it: results on a thread of its own, the state
 * of a screen, timeouts, polls that are tried again. Arguments: base URL and API key.
 */
public final class CarefulByHand {
  private static final int TRIES = 5;

  private final Api api;
  private final Scheduler main;
  private final BehaviorSubject<String> state = BehaviorSubject.createDefault("sending");
  private final CompositeDisposable watching = new CompositeDisposable();

  private CarefulByHand(Api api, Scheduler main) {
    this.api = api;
    this.main = main;
  }

  public static void main(String[] args) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    CarefulByHand screen = new CarefulByHand(ByHand.api(args[0], args[1]), Schedulers.from(thread));
    screen.watch();
    screen.state.distinctUntilChanged().blockingForEach(System.out::println);
    screen.watching.dispose();
    thread.shutdown();
    System.exit(0); // the threads of OkHttp idle for a minute before they let a JVM end
  }

  private void watch() {
    watching.add(
        sent()
            .flatMapObservable(sent -> statuses(ByHand.lookupKey(sent)))
            .filter(answer -> answer.status != null)
            .map(answer -> answer.status + " " + answer.processorId + " " + answer.error)
            .observeOn(main)
            .subscribe(state::onNext, this::fail, state::onComplete));
  }

  private Single<Answer> sent() {
    return Single.defer(() -> ByHand.iterate(api))
        .doOnSuccess(sent -> state.onNext("accepted"))
        .timeout(5, TimeUnit.MINUTES);
  }

  private Observable<Answer> statuses(String lookupKey) {
    return Observable.interval(0, 20, TimeUnit.MILLISECONDS)
        .concatMap(tick -> status(lookupKey).toObservable())
        .takeUntil(answer -> !answer.status.equals("processing"))
        .timeout(30, TimeUnit.MINUTES);
  }

  private Single<Answer> status(String lookupKey) {
    return api.status(lookupKey)
        .timeout(30, TimeUnit.SECONDS)
        .onErrorResumeNext(
            error ->
                error instanceof HttpException && ((HttpException) error).code() < 500
                    ? Single.error(new IllegalStateException("refused", error))
                    : Single.error(error))
        .retryWhen(
            errors -> errors.take(TRIES).flatMapSingle(error -> Single.timer(1, TimeUnit.SECONDS)));
  }

  private void fail(Throwable error) {
    state.onNext(error.toString());
    state.onComplete();
  }
}
