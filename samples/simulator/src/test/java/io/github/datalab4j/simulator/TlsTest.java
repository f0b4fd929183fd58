package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TlsTest {
  private final HeldCertificate certificate =
      new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
  private final DatalabSimulator datalab =
      DatalabSimulator.builder().anyProcessor().tls(server(certificate)).start();
  private final OkHttpClient client = client(certificate);

  @AfterEach
  void close() {
    client.connectionPool().evictAll();
    datalab.close();
  }

  @Test
  void aStatusIsAskedForOverTls() throws IOException {
    String key = datalab.startJob("cp_1", Job.completing());

    try (Response status = get(client, datalab.url(), key)) {
      assertEquals(200, status.code());
      assertTrue(status.handshake().peerCertificates().contains(certificate.certificate()));
    }
  }

  @Test
  void aResetStrikesWithoutTheFarewellOfTls() {
    datalab.fault(On.STATUS, Fault.reset().at(Phase.ANSWER_HEAD));

    IOException broken =
        assertThrows(IOException.class, () -> get(client, datalab.url(), "k").close());

    assertTrue(
        broken instanceof SocketException || broken.getCause() instanceof SocketException,
        () -> "no reset: " + broken);
  }

  @Test
  void aFaultOfAConnectionStrikesBeforeTheHandshake() {
    datalab.fault(On.CONNECTION, Fault.reset());

    assertThrows(IOException.class, () -> get(client, datalab.url(), "k").close());
    assertEquals(0, datalab.requests().size());
  }

  @Test
  void whoDoesNotTrustTheCertificateSendsNothing() {
    OkHttpClient stranger = client(new HeldCertificate.Builder().build());

    assertThrows(SSLHandshakeException.class, () -> get(stranger, datalab.url(), "k").close());
    assertEquals(0, datalab.requests().size());
  }

  @Test
  void plainHttpIsNotAnswered() {
    String plain = datalab.url().replace("https:", "http:");

    assertThrows(IOException.class, () -> get(client, plain, "k").close());
    assertEquals(0, datalab.requests().size());
  }

  private static Response get(OkHttpClient client, String url, String key) throws IOException {
    return client
        .newCall(new Request.Builder().url(url + "/api/v1/custom_pipelines/" + key).build())
        .execute();
  }

  private static SSLContext server(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext();
  }

  private static OkHttpClient client(HeldCertificate trusted) {
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder().addTrustedCertificate(trusted.certificate()).build();
    return new OkHttpClient.Builder()
        .retryOnConnectionFailure(false)
        .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
        .build();
  }
}
