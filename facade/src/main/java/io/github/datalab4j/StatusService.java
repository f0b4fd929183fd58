package io.github.datalab4j;

import io.github.datalab4j.client.api.CustomPipelinesDeprecatedApi;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import retrofit2.Response;
import retrofit2.http.GET;
import retrofit2.http.Url;

/**
 * Asks for the status of a job: the only class that knows where. When the API document moves or
 * drops the status operation, this is the class to change.
 *
 * <p>The document has the operation under {@code custom_pipelines} only, marked as deprecated; the
 * service names it under other paths too. So the generated operation is used where its own path is
 * meant, or only a key is known, and a request by address otherwise.
 */
final class StatusService {
  private final CustomPipelinesDeprecatedApi byKey;
  private final ByAddress byAddress;
  private final Failures failures;

  StatusService(HttpStack http) {
    this.byKey = http.unbudgetedApi(CustomPipelinesDeprecatedApi.class);
    this.byAddress = http.unbudgetedApi(ByAddress.class);
    this.failures = http.failures();
  }

  /** One request a subscription; never signals an error, and tells nothing of the key. */
  Single<PollAnswer<ProcessorStatus>> poll(CheckPath path) {
    return poll(path, path.lookupKey());
  }

  /**
   * The same for a watch, which holds it for as long as it waits.
   *
   * @param token the address in the job's token, which the watch holds too: it mostly ends in the
   *     lookup key
   */
  Single<PollAnswer<ProcessorStatus>> poll(CheckPath path, String token) {
    String key = path.lookupKey();
    if (path.isCustomPipeline()) {
      return new Poll(this, token.endsWith(key) ? token : key, key.length());
    }
    return new Poll(this, path.url().toString(), 0);
  }

  private Single<PollAnswer<ProcessorStatus>> answer(
      Single<Response<CustomProcessorStatusResponse>> request) {
    return request
        .map(response -> failures.pollAnswer(response, true).map(ProcessorStatus::new))
        .onErrorReturn(failures::pollFailure);
  }

  @SuppressWarnings("deprecation") // the document has no other operation for it
  private Single<Response<CustomProcessorStatusResponse>> ofKey(String lookupKey) {
    return byKey.getCustomPipelineStatusWithHttpInfo(lookupKey, null, null);
  }

  /** An address that becomes a call when it is asked: a watch holds it for as long as it waits. */
  private static final class Poll extends Single<PollAnswer<ProcessorStatus>> {
    private final StatusService service;
    private final String address;
    private final int keyLength; // of the key that the address ends in; 0 if all of it is asked

    Poll(StatusService service, String address, int keyLength) {
      this.service = service;
      this.address = address;
      this.keyLength = keyLength;
    }

    @Override
    protected void subscribeActual(SingleObserver<? super PollAnswer<ProcessorStatus>> observer) {
      Single<Response<CustomProcessorStatusResponse>> request =
          keyLength == 0
              ? service.byAddress.status(address)
              : service.ofKey(address.substring(address.length() - keyLength));
      service.answer(request).subscribe(observer);
    }
  }

  /** The status operation under the path that the service named. */
  interface ByAddress {
    @GET
    Single<Response<CustomProcessorStatusResponse>> status(@Url String url);
  }
}
