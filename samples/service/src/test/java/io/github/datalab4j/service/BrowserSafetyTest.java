package io.github.datalab4j.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.DatalabSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserSafetyTest {
  private static final int LET_IN = 400; // to be told that the form lacks its file
  private static final int REFUSED = 403;

  @TempDir static Path folder;
  private static DatalabSimulator datalab;
  private static RunningService service;

  @BeforeAll
  static void start() {
    datalab = DatalabSimulator.builder().anyProcessor().start();
    service =
        RunningService.start(
            datalab.url(), folder.resolve("jobs"), "--service.host=jobs.example.org");
  }

  @AfterAll
  static void stop() {
    service.close();
    datalab.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void itsOwnPageMaySendJobs(String site) throws Exception {
    assertEquals(LET_IN, post("Sec-Fetch-Site", site));
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-site", "cross-site", ""})
  void noOtherPageMaySendJobs(String site) throws Exception {
    assertEquals(REFUSED, post("Sec-Fetch-Site", site));
  }

  @Test
  void anOldBrowserIsKnownByItsOrigin() throws Exception {
    assertEquals(LET_IN, post("Origin", service.url().toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1", "http://127.0.0.1", "https://evil.example", "null"})
  void anotherOriginMayNotSendJobs(String origin) throws Exception {
    assertEquals(REFUSED, post("Origin", origin));
  }

  @Test
  void aProgramThatSaysNothingMaySendJobs() throws Exception {
    assertEquals(LET_IN, post());
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "LOCALHOST", "[::1]"})
  void itAnswersUnderTheNamesOfThisMachine(String host) throws Exception {
    assertTrue(get(host).startsWith("HTTP/1.1 200"), get(host));
    assertTrue(get(host + ":8090").startsWith("HTTP/1.1 200"), get(host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1"})
  void aNameThatWasMadeToPointHereIsRefused(String host) throws Exception {
    String answer = get(host);

    assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
    assertTrue(answer.contains("SERVICE_HOST"), answer);
  }

  @Test
  void theNameOfAProxyOnThisMachineIsTaken() throws Exception {
    assertTrue(get("jobs.example.org").startsWith("HTTP/1.1 200"));
  }

  private static int post(String... headers) throws Exception {
    Multipart form = new Multipart().text("processor_id", "cp_1").text("request", "Better");
    return new Client(service.url()).post(form, headers).status();
  }

  /** As a browser that believes the name; the JDK's client lets nobody choose one. */
  private static String get(String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.url().getPort())) {
      String request = "GET /api/jobs HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
