package io.github.datalab4j.android;

import android.content.Context;
import androidx.concurrent.futures.CallbackToFutureAdapter;
import androidx.concurrent.futures.CallbackToFutureAdapter.Completer;
import androidx.work.BackoffPolicy;
import androidx.work.Constraints;
import androidx.work.Data;
import androidx.work.ExistingWorkPolicy;
import androidx.work.ListenableWorker;
import androidx.work.NetworkType;
import androidx.work.OneTimeWorkRequest;
import androidx.work.WorkManager;
import androidx.work.WorkerParameters;
import com.google.common.util.concurrent.ListenableFuture;
import io.github.datalab4j.DatalabException;
import io.github.datalab4j.GenerationJob;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.disposables.SerialDisposable;
import java.util.concurrent.TimeUnit;

/**
 * Watches a job to its end while no screen is there. The system stops a worker after ten minutes
 * and starts it again: the token makes that the same job, and nothing is sent twice.
 */
public final class WatchWorker extends ListenableWorker {
  static final String NAME = "watch";
  static final String TOKEN = "token";
  static final String PROCESSOR_ID = "processor_id";
  static final String ERROR = "error";

  private final SerialDisposable watching = new SerialDisposable();

  public WatchWorker(Context context, WorkerParameters parameters) {
    super(context, parameters);
  }

  /** Watches the job, and none that was watched before. */
  static void enqueue(Context context, String token) {
    WorkManager.getInstance(context)
        .enqueueUniqueWork(NAME, ExistingWorkPolicy.REPLACE, request(token));
  }

  static void cancel(Context context) {
    WorkManager.getInstance(context).cancelUniqueWork(NAME);
  }

  static OneTimeWorkRequest request(String token) {
    return new OneTimeWorkRequest.Builder(WatchWorker.class)
        .setInputData(new Data.Builder().putString(TOKEN, token).build())
        .setConstraints(
            new Constraints.Builder().setRequiredNetworkType(NetworkType.CONNECTED).build())
        .setBackoffCriteria(BackoffPolicy.EXPONENTIAL, 30, TimeUnit.SECONDS)
        .build();
  }

  @Override
  public ListenableFuture<Result> startWork() {
    return CallbackToFutureAdapter.getFuture(
        completer -> {
          watching.set(watch(completer));
          return "watch";
        });
  }

  @Override
  public void onStopped() {
    watching.dispose();
  }

  private Disposable watch(Completer<Result> completer) {
    String token = getInputData().getString(TOKEN);
    if (token == null) {
      return Single.just(Result.failure()).subscribe(completer::set);
    }
    SampleApplication application = (SampleApplication) getApplicationContext();
    return Single.fromCallable(() -> application.datalab().customProcessors().resume(token))
        .subscribeOn(SampleApplication.FILES)
        .flatMap(GenerationJob::result)
        .map(made -> Result.success(output(PROCESSOR_ID, made.processorId())))
        .onErrorReturn(WatchWorker::ended)
        .subscribe(completer::set);
  }

  /** What later may end otherwise is tried again. */
  private static Result ended(Throwable error) {
    if (error instanceof DatalabException) {
      switch (((DatalabException) error).kind()) {
        case DEADLINE_EXCEEDED:
        case SERVICE_UNAVAILABLE:
          return Result.retry();
        default:
      }
    }
    return Result.failure(output(ERROR, String.valueOf(error.getMessage())));
  }

  private static Data output(String name, String value) {
    return new Data.Builder().putString(name, value).build();
  }
}
