package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects from https to http and back, which OkHttp follows with every header. */
class TlsRedirectTest {
  private static final HandshakeCertificates TLS = localhost();

  @RegisterExtension final HttpFixture http = new HttpFixture();

  private final MockWebServer other = new MockWebServer();

  private static HandshakeCertificates localhost() {
    HeldCertificate certificate =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate)
        .addTrustedCertificate(certificate.certificate())
        .build();
  }

  @BeforeEach
  void trust() {
    http.client = trusting(http.client).followRedirects(true).followSslRedirects(true).build();
    other.enqueue(HttpFixture.json("{\"text\":\"gotcha\"}"));
  }

  @AfterEach
  void stop() throws IOException {
    other.shutdown();
  }

  @Test
  void theOriginMayBeHttps() throws InterruptedException {
    encrypt(http.server);
    http.server.enqueue(HttpFixture.json("{\"text\":\"hello\"}"));

    assertEquals("hello", http.api().single().blockingGet().text);

    assertEquals(HttpFixture.KEY, http.taken().getHeader("X-API-Key"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectFromHttpsToHttpIsNotFollowed(int code) {
    encrypt(http.server);

    assertNotFollowed(code);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectFromHttpToHttpsIsNotFollowed(int code) {
    encrypt(other);

    assertNotFollowed(code);
  }

  private void assertNotFollowed(int code) {
    http.server.enqueue(redirect(code));
    http.server.enqueue(redirect(code));

    Throwable ofCall = http.api().single().ignoreElement().materialize().blockingGet().getError();
    SubmitOutcome ofSubmission = http.submit();

    assertInstanceOf(UntrustedAddressException.class, ofCall);
    assertEquals(code < 307, ofSubmission.error() instanceof SubmissionUnknownException);
    assertEquals(0, other.getRequestCount());
    http.assertRequests(2);
  }

  /** Were it otherwise one day, the tests above would show nothing. */
  @Test
  void bareOkHttpCarriesTheKeyFromHttpsToHttp() throws Exception {
    encrypt(http.server);
    http.server.enqueue(redirect(307));
    Request request =
        new Request.Builder()
            .url(http.server.url("/"))
            .header("X-API-Key", HttpFixture.KEY)
            .build();

    trusting(new OkHttpClient()).build().newCall(request).execute().close();

    assertEquals(HttpFixture.KEY, other.takeRequest().getHeader("X-API-Key"));
  }

  private MockResponse redirect(int code) {
    return new MockResponse()
        .setResponseCode(code)
        .setHeader("Location", other.url("/api/v1/elsewhere").toString());
  }

  private static void encrypt(MockWebServer server) {
    server.useHttps(TLS.sslSocketFactory(), false);
  }

  private static OkHttpClient.Builder trusting(OkHttpClient client) {
    return client.newBuilder().sslSocketFactory(TLS.sslSocketFactory(), TLS.trustManager());
  }
}
