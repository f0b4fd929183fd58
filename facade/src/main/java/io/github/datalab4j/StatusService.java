package io.github.datalab4j;

import io.github.datalab4j.client.api.CustomPipelinesDeprecatedApi;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import io.reactivex.rxjava3.core.Single;
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
  private final JsonMask<CustomProcessorStatusResponse> mask;

  StatusService(HttpStack http) {
    this.byKey = http.unbudgetedApi(CustomPipelinesDeprecatedApi.class);
    this.byAddress = http.unbudgetedApi(ByAddress.class);
    this.failures = http.failures();
    this.mask = new JsonMask<>(http.moshi().adapter(CustomProcessorStatusResponse.class), failures);
  }

  /** One request a subscription; never signals an error, and tells nothing of the key. */
  Single<PollAnswer<ProcessorStatus>> poll(CheckPath path) {
    return request(path)
        .map(response -> failures.pollAnswer(response, true))
        .map(answer -> answer.map(mask::masked))
        .onErrorReturn(failures::<CustomProcessorStatusResponse>pollFailure)
        .map(answer -> answer.map(ProcessorStatus::new));
  }

  @SuppressWarnings("deprecation") // the document has no other operation for it
  private Single<Response<CustomProcessorStatusResponse>> request(CheckPath path) {
    return path.isCustomPipeline()
        ? byKey.getCustomPipelineStatusWithHttpInfo(path.lookupKey(), null, null)
        : byAddress.status(path.url().toString());
  }

  /** The status operation under the path that the service named. */
  interface ByAddress {
    @GET
    Single<Response<CustomProcessorStatusResponse>> status(@Url String url);
  }
}
