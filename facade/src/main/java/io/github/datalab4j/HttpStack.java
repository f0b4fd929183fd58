package io.github.datalab4j;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.datalab4j.client.ApiClient;
import io.github.datalab4j.client.api.CustomProcessorsApi;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import java.util.List;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * HTTP for one client: the OkHttp set-up, Retrofit and Moshi. Everything that is sent goes through
 * the interceptors of {@link HttpCalls}.
 */
final class HttpStack {
  private final ApiKey key;
  private final Origin origin;
  private final Moshi moshi;
  private final Failures failures;
  private final HttpCalls calls;
  private final HttpSettings settings;
  private final Retrofit budgeted;
  private final Retrofit direct;
  private final CompletableSubject closed = CompletableSubject.create();

  HttpStack(HttpSettings settings) {
    this.key = settings.key;
    this.origin = settings.origin;
    this.moshi = moshi(settings.adapters);
    this.failures = new Failures(key);
    this.calls = new HttpCalls(settings);
    this.settings = settings;
    this.direct = retrofit(calls, CallPolicy.DIRECT, new JsonMask(moshi, key));
    this.budgeted = retrofit(calls, new CallPolicy.Budgeted(settings, failures, closed), null);
  }

  /** For users: takes the budget, ends in time, gives errors of our family. */
  <T> T api(Class<T> type) {
    return budgeted.create(type);
  }

  /**
   * For a {@link PollLoop}: no budget, no timer, errors as they are, and values without the key.
   */
  <T> T unbudgetedApi(Class<T> type) {
    return direct.create(type);
  }

  /**
   * Posts an iteration: one request a subscription, whose body goes out at most once. Never signals
   * an error; dispose closes the connection.
   */
  Single<SubmitOutcome> submit(String processorId, Iteration iteration, UploadWatch watch) {
    return Single.defer(
        () -> {
          Upload upload = new Upload(watch);
          SubmitAnswers answers = new SubmitAnswers(this, upload);
          return retrofit(calls.tagged(upload), CallPolicy.DIRECT, null)
              .create(CustomProcessorsApi.class)
              .iterateCustomPipelineWithHttpInfo(
                  processorId,
                  iteration.request(),
                  MultipartUpload.parts(iteration),
                  iteration.fileInstructionsJson(),
                  null,
                  null)
              .map(answers::answer)
              .onErrorReturn(answers::failure);
        });
  }

  /** As {@link Origin#trusted}, and refuses an address that holds the key, which a token keeps. */
  CheckPath trusted(String checkUrl) {
    if (key.isIn(checkUrl)) {
      throw new UntrustedAddressException(
          "The service named a check URL that holds the API key, so it is not asked.",
          SubmissionState.NOT_APPLICABLE,
          null);
    }
    return origin.trusted(checkUrl);
  }

  Moshi moshi() {
    return moshi;
  }

  Origin origin() {
    return origin;
  }

  Failures failures() {
    return failures;
  }

  /**
   * Ends everything under way: calls by {@link #api} with a {@link ClientClosedException}. Of a
   * client that the user brought nothing is shut down but what we put into our copy.
   */
  void close() {
    Contained.run(closed::onComplete);
    calls.close();
  }

  private Retrofit retrofit(Call.Factory factory, CallPolicy policy, @Nullable JsonMask mask) {
    Retrofit.Builder retrofit =
        ApiClient.retrofitWithoutAdapter(factory, moshi)
            .baseUrl(origin.url())
            .addCallAdapterFactory(new RxCallAdapterFactory(policy));
    retrofit
        .converterFactories()
        .add(0, new AnswerConverterFactory(settings.maxJsonDepth, settings.maxJsonValues(), mask));
    return retrofit.build();
  }

  private static Moshi moshi(List<JsonAdapter.Factory> adapters) {
    Moshi.Builder moshi = ApiClient.moshi();
    for (JsonAdapter.Factory factory : adapters) {
      moshi.add(factory);
    }
    return moshi.build();
  }
}
