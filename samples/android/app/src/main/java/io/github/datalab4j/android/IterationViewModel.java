package io.github.datalab4j.android;

import android.app.Application;
import android.net.Uri;
import androidx.lifecycle.AndroidViewModel;
import io.github.datalab4j.DatalabException;
import io.github.datalab4j.Document;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.SubmissionState;
import io.reactivex.rxjava3.android.schedulers.AndroidSchedulers;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.functions.Action;
import io.reactivex.rxjava3.subjects.BehaviorSubject;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The job of the screen. It outlives rotations as every view model does, and the death of the
 * process by what is noted of it. All of it is used on the main thread.
 */
public final class IterationViewModel extends AndroidViewModel {
  private final SampleApplication application;
  private final JobNote note;
  private final BehaviorSubject<ScreenState> states =
      BehaviorSubject.createDefault(ScreenState.STARTING);
  private final CompositeDisposable sending = new CompositeDisposable();
  private Disposable watching = Disposable.disposed();
  private @Nullable GenerationJob job;
  private volatile boolean visible;

  public IterationViewModel(Application application) {
    super(application);
    this.application = (SampleApplication) application;
    this.note = new JobNote(application);
    takeUp();
  }

  Observable<ScreenState> states() {
    return states;
  }

  /** Takes the key that the user has entered. */
  void useKey(String key) {
    sending.add(
        Completable.fromAction(() -> application.useKey(key))
            .subscribeOn(SampleApplication.FILES)
            .observeOn(AndroidSchedulers.mainThread())
            .subscribe(this::takeUp, this::show));
  }

  /** Sends the document; a job that was watched before is left alone. */
  void send(String processorId, String feedback, Uri uri) {
    leave();
    states.onNext(ScreenState.sending());
    sending.add(
        Single.fromCallable(() -> noted(processorId, feedback, uri))
            .subscribeOn(SampleApplication.FILES)
            .observeOn(AndroidSchedulers.mainThread())
            .subscribe(this::start, this::show));
  }

  /** Stops sending and watching. What the service has accepted, it goes on with. */
  void cancel() {
    leave();
    inOrder(note::forget);
    states.onNext(ScreenState.IDLE);
  }

  /** The screen can be seen: watch, in place of the worker. */
  void onStart() {
    visible = true;
    inOrder(() -> WatchWorker.cancel(application));
    watch();
  }

  /** It cannot: the worker watches. An upload goes on. */
  void onStop() {
    visible = false;
    watching.dispose();
    if (!states.getValue().hasEnded()) {
      inOrder(() -> handOver(note.token()));
    }
  }

  @Override
  protected void onCleared() {
    sending.dispose();
    watching.dispose();
  }

  /** Goes on with what the process before this one has left. */
  private void takeUp() {
    sending.add(
        Single.fromCallable(this::left)
            .subscribeOn(SampleApplication.FILES)
            .observeOn(AndroidSchedulers.mainThread())
            .subscribe(Runnable::run, this::show));
  }

  /** What to do with it on the main thread. */
  private Runnable left() {
    if (!application.hasKey()) {
      return () -> states.onNext(ScreenState.NO_KEY);
    }
    @Nullable String token = note.token();
    if (token == null) {
      ScreenState state = note.isUnknown() ? ScreenState.UNKNOWN : ScreenState.IDLE;
      return () -> states.onNext(state);
    }
    GenerationJob resumed = application.datalab().customProcessors().resume(token);
    return () -> {
      job = resumed;
      states.onNext(ScreenState.watching());
      watch();
    };
  }

  /** A job that is noted as being sent. Its token will be noted too, before anything else. */
  private GenerationJob noted(String processorId, String feedback, Uri uri) throws IOException {
    String submission = UUID.randomUUID().toString();
    Document document = UriDocument.of(application.getContentResolver(), uri);
    Iteration iteration = Iteration.builder(feedback).file(document).build();
    GenerationJob made =
        application
            .datalab()
            .customProcessors()
            .withOnAccepted(
                token ->
                    Completable.fromAction(() -> accepted(submission, token))
                        .subscribeOn(SampleApplication.FILES))
            .iterate(processorId, iteration);
    note.sending(submission);
    return made;
  }

  private void accepted(String submission, String token) throws IOException {
    if (note.accepted(submission, token) && !visible) {
      handOver(token);
    }
  }

  private void handOver(@Nullable String token) {
    if (token != null) {
      WatchWorker.enqueue(application, token);
    }
  }

  private void start(GenerationJob started) {
    job = started;
    sending.add(started.token().subscribe(token -> {}, this::fail));
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
    SubmissionState submission =
        error instanceof DatalabException
            ? ((DatalabException) error).submission()
            : SubmissionState.NOT_SENT;
    if (submission != SubmissionState.ACCEPTED) {
      job = null;
    }
    if (submission == SubmissionState.NOT_SENT || submission == SubmissionState.REFUSED) {
      inOrder(note::forget);
    }
    show(error);
  }

  private void show(Throwable error) {
    states.onNext(ScreenState.failed(error));
  }

  private void leave() {
    sending.clear();
    watching.dispose();
    job = null;
  }

  /** Work on files, which is done even if the screen goes. */
  private static void inOrder(Action work) {
    Completable.fromAction(work).subscribeOn(SampleApplication.FILES).onErrorComplete().subscribe();
  }
}
