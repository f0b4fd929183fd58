package io.github.datalab4j;

import io.reactivex.rxjava3.core.Single;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;

/** A stack whose every request is read and answered by given bytes, without a network. */
final class CannedAnswers implements Interceptor, AutoCloseable {
  static final Origin ORIGIN = Origin.parse("https://proxy.example:8443/api");

  final HttpStack stack = new HttpStack(settings());
  private volatile byte[] answer = {};
  private volatile HttpUrl asked = ORIGIN.url();

  private HttpSettings settings() {
    HttpSettings settings = new HttpSettings(ApiKey.of(KeyHunt.KEY), ORIGIN);
    settings.client = new OkHttpClient.Builder().addInterceptor(this).build();
    return settings;
  }

  /**
   * What the call comes to when it is answered so: a line that begins with the status code, header
   * lines, an empty line, the body.
   */
  <T> T ask(byte[] http, Single<T> call) {
    answer = http;
    return call.timeout(100, TimeUnit.SECONDS).blockingGet();
  }

  /** The status code that {@link #ask} takes from the first line: three digits, or 200. */
  static int code(byte[] http) {
    int code = 0;
    for (int i = 0; i < 3; i++) {
      int digit = i < http.length ? http[i] - '0' : -1;
      code = digit < 0 || digit > 9 ? -1000 : code * 10 + digit;
    }
    return code < 200 ? 200 : code;
  }

  /** What {@link #ask} takes for the body: all behind the first empty line. */
  static byte[] body(byte[] http) {
    String text = new String(http, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    return (end < 0 ? "" : text.substring(end + 2)).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Where the last request would have gone. */
  HttpUrl asked() {
    return asked;
  }

  /** Header lines as OkHttp takes them from the wire: any value. */
  static Headers headers(String lines) {
    Headers.Builder headers = new Headers.Builder();
    for (String line : lines.split("\r?\n", -1)) {
      String name = line.substring(0, Math.max(0, line.indexOf(':')));
      if (name.matches("[!-~]+")) {
        headers.addUnsafeNonAscii(name, line.substring(name.length() + 1).trim());
      }
    }
    return headers.build();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    asked = chain.request().url();
    RequestBody sent = chain.request().body();
    if (sent != null) {
      sent.writeTo(Okio.buffer(Okio.blackhole()));
    }
    String text = new String(answer, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    Headers headers = headers(end < 0 ? text : text.substring(0, end));
    String contentType = headers.get("Content-Type");
    MediaType mediaType = contentType == null ? null : MediaType.parse(contentType);
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(code(answer))
        .message("")
        .headers(headers)
        .body(ResponseBody.create(body(answer), mediaType))
        .build();
  }

  @Override
  public void close() {
    stack.close();
  }
}
