package io.github.datalab4j.benchmarks.call;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/**
 * OkHttp with as many interceptors as the library has for a poll, and as many copies of requests
 * and answers. What the library keeps of a body is not among them.
 */
final class Copies implements Call.Factory {
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .addInterceptor(Copies::boundBody)
          .addInterceptor(Copies::pass)
          .addNetworkInterceptor(Copies::addKey)
          .addNetworkInterceptor(Copies::pass)
          .addNetworkInterceptor(Copies::pass)
          .build();

  @Override
  public Call newCall(Request request) {
    return client.newCall(
        request
            .newBuilder()
            .header("User-Agent", "benchmark")
            .tag(Object.class, new Object())
            .build());
  }

  private static Response pass(Interceptor.Chain chain) throws IOException {
    return chain.proceed(chain.request());
  }

  private static Response boundBody(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    ForwardingSource source =
        new ForwardingSource(body.source()) {
          private long left = Integer.MAX_VALUE;

          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, Math.min(byteCount, left));
            left -= Math.max(0, read);
            return read;
          }
        };
    return response
        .newBuilder()
        .body(ResponseBody.create(Okio.buffer(source), body.contentType(), body.contentLength()))
        .build();
  }

  private static Response addKey(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    Request sent = request.newBuilder().header("X-API-Key", "benchmark").build();
    return chain.proceed(sent).newBuilder().request(request).build();
  }
}
