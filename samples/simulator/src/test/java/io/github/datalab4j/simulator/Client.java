package io.github.datalab4j.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** An OkHttp client for the tests: no retries, no redirects, short timeouts. */
final class Client implements AutoCloseable {
  static final String KEY = "test-key";
  static final String PROCESSORS = "/api/v1/custom_processors/";
  static final String PIPELINES = "/api/v1/custom_pipelines/";

  final OkHttpClient http =
      new OkHttpClient.Builder()
          .retryOnConnectionFailure(false)
          .followRedirects(false)
          .connectionPool(new ConnectionPool(5, 1, TimeUnit.MINUTES))
          .readTimeout(20, TimeUnit.SECONDS)
          .build();
  private final String base;
  private final String key;

  Client(DatalabSimulator datalab) {
    this(datalab.url(), KEY);
  }

  Client(String base, String key) {
    this.base = base;
    this.key = key;
  }

  /** An answer, read to its end. */
  static final class Reply {
    final int status;
    final Headers headers;
    final byte[] bytes;

    Reply(Response response) throws IOException {
      try (Response closing = response) {
        status = closing.code();
        headers = closing.headers();
        bytes = Objects.requireNonNull(closing.body()).bytes();
      }
    }

    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    boolean isJson() {
      try {
        return JsonParser.parse(text()) != null;
      } catch (JsonParser.Malformed e) {
        return false;
      }
    }

    Map<?, ?> json() {
      try {
        return (Map<?, ?>) Objects.requireNonNull(JsonParser.parse(text()));
      } catch (JsonParser.Malformed e) {
        throw new AssertionError("not JSON at " + e.offset + ": " + text(), e);
      }
    }

    String string(String field) {
      return String.valueOf(json().get(field));
    }
  }

  Request.Builder request(String path) {
    return new Request.Builder()
        .url(path.startsWith("http") ? path : base + path)
        .header("X-API-Key", key);
  }

  Reply get(String path) throws IOException {
    return send(request(path).build());
  }

  Reply send(Request request) throws IOException {
    return new Reply(http.newCall(request).execute());
  }

  Reply iterate(String processorId, RequestBody body) throws IOException {
    return send(iterateRequest(processorId, body));
  }

  Request iterateRequest(String processorId, RequestBody body) {
    return request(PROCESSORS + processorId + "/iterate").post(body).build();
  }

  /** Iterates with a request and nothing else; the answer. */
  Reply iterate() throws IOException {
    return iterate("cp_12345", form("Keep the footnotes").build());
  }

  /** Iterates and polls to the end of the path that the check URL names; the key. */
  String accepted() throws IOException {
    String url = iterate().string("response_check_url");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  Reply status(String lookupKey) throws IOException {
    return get(PIPELINES + lookupKey);
  }

  static MultipartBody.Builder form(@Nullable String request) {
    MultipartBody.Builder builder = new MultipartBody.Builder().setType(MultipartBody.FORM);
    return request == null ? builder : builder.addFormDataPart("request", request);
  }

  static RequestBody bytes(String mediaType, int length) {
    return RequestBody.create(new byte[length], MediaType.get(mediaType));
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
