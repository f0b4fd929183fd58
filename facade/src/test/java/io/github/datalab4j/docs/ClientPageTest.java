package io.github.datalab4j.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.client.ApiClient;
import io.github.datalab4j.client.api.CustomProcessorsApi;
import io.github.datalab4j.client.api.IterateCustomPipelineParts;
import io.github.datalab4j.client.model.CustomProcessorInitialResponse;
import java.util.Collections;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of the raw client's README.md. */
class ClientPageTest {
  @RegisterExtension final Loopback loopback = new Loopback();

  @Test
  void theRawClientIteratesAProcessor() {
    String url = loopback.simulator.url();
    Interceptor key =
        chain ->
            chain.proceed(chain.request().newBuilder().header("X-API-Key", Loopback.KEY).build());
    RequestBody body = RequestBody.create(new byte[] {1, 2}, MediaType.get("application/pdf"));
    // region client
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(key).build();
    CustomProcessorsApi api =
        ApiClient.retrofit(http, ApiClient.moshi().build())
            .baseUrl(url)
            .build()
            .create(CustomProcessorsApi.class);

    MultipartBody.Part file = IterateCustomPipelineParts.files("invoice.pdf", body);
    CustomProcessorInitialResponse accepted =
        api.iterateCustomPipeline(
                "cp_12345", "Keep footnotes", Collections.singletonList(file), null, null, null)
            .blockingGet();
    // endregion
    assertTrue(accepted.responseCheckUrl().contains("/api/v1/"), accepted::toString);
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
