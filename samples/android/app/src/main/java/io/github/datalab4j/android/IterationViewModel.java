package io.github.datalab4j.android;

import android.app.Application;
import android.net.Uri;
import androidx.lifecycle.AndroidViewModel;
import androidx.lifecycle.SavedStateHandle;
import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.reactivex.rxjava3.android.schedulers.AndroidSchedulers;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.BehaviorSubject;
import org.jspecify.annotations.Nullable;

/**
 * The job of the screen. It outlives rotations as every view model does, and the death of the
 * process by the job's token in the saved state. All of it is used on the main thread.
 */
public final class IterationViewModel extends AndroidViewModel {
  private static final String TOKEN = "token";

  private final SavedStateHandle saved;
  private final CustomProcessors processors;
  private final BehaviorSubject<ScreenState> states =
      BehaviorSubject.createDefault(ScreenState.IDLE);
  private final CompositeDisposable sending = new CompositeDisposable();
  private Disposable watching = Disposable.disposed();
  private @Nullable GenerationJob job;
  private boolean visible;

  public IterationViewModel(Application application, SavedStateHandle saved) {
    super(application);
    this.saved = saved;
    this.processors = ((SampleApplication) application).datalab().customProcessors();
    @Nullable String token = saved.get(TOKEN);
    if (token != null) {
      job = processors.resume(token);
      states.onNext(ScreenState.watching());
    }
  }

  Observable<ScreenState> states() {
    return states;
  }

  /** Sends the document; a job that was watched before is left alone. */
  void send(String processorId, String feedback, Uri uri) {
    forget();
    states.onNext(ScreenState.sending());
    sending.add(
        Single.fromCallable(() -> UriDocument.of(getApplication().getContentResolver(), uri))
            .map(document -> Iteration.builder(feedback).file(document).build())
            .map(iteration -> processors.iterate(processorId, iteration))
            .subscribeOn(Schedulers.io())
            .observeOn(AndroidSchedulers.mainThread())
            .subscribe(this::start, this::fail));
  }

  /** Stops sending and watching. What the service has accepted, it goes on with. */
  void cancel() {
    forget();
    states.onNext(ScreenState.IDLE);
  }

  /** The screen can be seen: watch. */
  void onStart() {
    visible = true;
    watch();
  }

  /** It cannot: poll no more. An upload goes on. */
  void onStop() {
    visible = false;
    watching.dispose();
  }

  @Override
  protected void onCleared() {
    sending.dispose();
    watching.dispose();
  }

  private void start(GenerationJob started) {
    job = started;
    sending.add(started.token().subscribe(token -> saved.set(TOKEN, token), this::fail));
    watch();
  }

  private void watch() {
    GenerationJob known = job;
    if (known == null || !visible) {
      return;
    }
    watching =
        known
            .events()
            .map(ScreenState::of)
            .concatWith(known.result().map(ScreenState::done))
            .subscribe(states::onNext, this::fail);
  }

  /** A job that was accepted is watched again when the screen returns; no other one is. */
  private void fail(Throwable error) {
    if (!saved.contains(TOKEN)) {
      job = null;
    }
    states.onNext(ScreenState.failed(error));
  }

  private void forget() {
    sending.clear();
    watching.dispose();
    job = null;
    saved.remove(TOKEN);
  }
}
