package io.github.datalab4j;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;

/** What interceptors of a user's do, and some of what they do it by. */
final class Interceptors {
  private Interceptors() {}

  static Response read(Interceptor.Chain chain) throws IOException {
    chain.request().body().writeTo(new Buffer());
    return chain.proceed(chain.request());
  }

  static Response retry(Interceptor.Chain chain) throws IOException {
    chain.proceed(chain.request()).close();
    return chain.proceed(chain.request());
  }

  /** As OkHttp's own recipe does. */
  static Response compress(Interceptor.Chain chain) throws IOException {
    RequestBody body = chain.request().body();
    RequestBody compressed =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return body.contentType();
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            BufferedSink gzip = Okio.buffer(new GzipSink(sink));
            body.writeTo(gzip);
            gzip.close();
          }
        };
    return chain.proceed(
        chain
            .request()
            .newBuilder()
            .header("Content-Encoding", "gzip")
            .method("POST", compressed)
            .build());
  }

  static RequestBody copy(RequestBody body) throws IOException {
    Buffer buffer = new Buffer();
    body.writeTo(buffer);
    return RequestBody.create(buffer.readByteString(), body.contentType());
  }

  static Request toNobody(Request request) throws IOException {
    HttpUrl nobody = request.url().newBuilder().port(HttpFixture.portOfNobody()).build();
    return request.newBuilder().url(nobody).build();
  }

  static Response answer(Interceptor.Chain chain, int code) {
    return answer(chain.request(), code);
  }

  static Response answer(Request request, int code) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(code)
        .message("offline")
        .body(ResponseBody.create("", null))
        .build();
  }
}
