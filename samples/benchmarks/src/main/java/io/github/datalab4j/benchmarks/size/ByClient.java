package io.github.datalab4j.benchmarks.size;

import io.github.datalab4j.client.ApiClient;
import io.github.datalab4j.client.api.CustomPipelinesDeprecatedApi;
import io.github.datalab4j.client.api.CustomProcessorsApi;
import io.github.datalab4j.client.api.IterateCustomPipelineParts;
import io.reactivex.rxjava3.core.Observable;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import retrofit2.Retrofit;

/** One file sent and its job polled to the end, by our generated client. */
public final class ByClient {
  private ByClient() {}

  /** Arguments: base URL, API key. */
  @SuppressWarnings("deprecation") // the document has no other operation for it
  public static void main(String[] arguments) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain.request().newBuilder().header("X-API-Key", arguments[1]).build()))
            .build();
    Retrofit retrofit =
        ApiClient.retrofit(http, ApiClient.moshi().build()).baseUrl(arguments[0]).build();
    String url =
        retrofit
            .create(CustomProcessorsApi.class)
            .iterateCustomPipeline(
                "cp_12345",
                "Keep footnotes",
                List.of(
                    IterateCustomPipelineParts.files(
                        "scan.pdf", RequestBody.create(new byte[] {1, 2}, null))),
                null,
                null,
                null)
            .blockingGet()
            .responseCheckUrl();
    CustomPipelinesDeprecatedApi pipelines = retrofit.create(CustomPipelinesDeprecatedApi.class);
    Observable.interval(0, 20, TimeUnit.MILLISECONDS)
        .concatMapSingle(
            tick ->
                pipelines.getCustomPipelineStatus(
                    url.substring(url.lastIndexOf('/') + 1), null, null))
        .takeUntil(status -> !status.status().equals("processing"))
        .blockingForEach(
            status ->
                System.out.println(
                    status.status() + " " + status.processorId() + " " + status.errorMessage()));
  }
}
