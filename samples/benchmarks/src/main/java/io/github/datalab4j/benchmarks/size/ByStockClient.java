package io.github.datalab4j.benchmarks.size;

import io.github.datalab4j.benchmarks.stock.ApiClient;
import io.github.datalab4j.benchmarks.stock.api.CustomPipelinesDeprecatedApi;
import io.github.datalab4j.benchmarks.stock.api.CustomProcessorsApi;
import io.reactivex.rxjava3.core.Observable;
import java.util.concurrent.TimeUnit;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/** One file sent and its job polled to the end, by the stock generator's client. */
public final class ByStockClient {
  private ByStockClient() {}

  /** Arguments: base URL, API key. */
  public static void main(String[] arguments) {
    ApiClient client = new ApiClient("APIKeyHeader", arguments[1]);
    client.getAdapterBuilder().baseUrl(arguments[0]);
    String url =
        client
            .createService(CustomProcessorsApi.class)
            .iterateCustomPipelineApiV1CustomProcessorsProcessorIdIteratePost(
                "cp_12345",
                "Keep footnotes",
                MultipartBody.Part.createFormData(
                    "files", "scan.pdf", RequestBody.create(new byte[] {1, 2}, null)),
                "[]")
            .blockingSingle()
            .getResponseCheckUrl();
    CustomPipelinesDeprecatedApi pipelines =
        client.createService(CustomPipelinesDeprecatedApi.class);
    Observable.interval(0, 20, TimeUnit.MILLISECONDS)
        .concatMap(
            tick ->
                pipelines.getCustomPipelineStatusApiV1CustomPipelinesLookupKeyGet(
                    url.substring(url.lastIndexOf('/') + 1)))
        .takeUntil(status -> !"processing".equals(status.getStatus()))
        .blockingForEach(
            status ->
                System.out.println(
                    status.getStatus()
                        + " "
                        + status.getProcessorId()
                        + " "
                        + status.getErrorMessage()));
  }
}
