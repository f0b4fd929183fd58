package io.github.datalab4j.benchmarks.load;

import com.squareup.moshi.JsonAdapter;
import io.github.datalab4j.benchmarks.json.Body;
import io.github.datalab4j.client.ApiClient;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import okio.Okio;

/** The answer about a job that goes on: every contender decodes it anew and keeps the result. */
final class ProcessingAnswer implements Interceptor {
  private static final ByteString BODY = ByteString.of(Body.PROCESSING.bytes());
  private static final JsonAdapter<CustomProcessorStatusResponse> ADAPTER =
      ApiClient.moshi().build().adapter(CustomProcessorStatusResponse.class);

  private final AtomicInteger jobs = new AtomicInteger();

  static CustomProcessorStatusResponse decoded() {
    try {
      return ADAPTER.fromJson(new Buffer().write(BODY));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers in the place of a service, which accepts each submission as a job of its own. */
  @Override
  public Response intercept(Chain chain) throws IOException {
    ByteString body = BODY;
    if (chain.request().body() != null) {
      chain.request().body().writeTo(Okio.buffer(Okio.blackhole()));
      body =
          ByteString.encodeUtf8(
              "{\"success\":true,\"response_check_url\":\"/api/v1/custom_pipelines/job-"
                  + jobs.incrementAndGet()
                  + "\"}");
    }
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(body, MediaType.get("application/json")))
        .build();
  }
}
