package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** What a program that uses OkHttp comes to see of the faults. */
final class OkHttpViewTest extends WireTest {
  @Test
  void aResetIsASocketException() {
    datalab.fault(On.STATUS, Fault.reset());

    assertThrows(SocketException.class, () -> client.status("k"));
  }

  @Test
  void aCloseBeforeTheAnswerIsAnUnexpectedEnd() {
    datalab.fault(On.STATUS, Fault.close());

    IOException error = assertThrows(IOException.class, () -> client.status("k"));

    assertTrue(error.toString().contains("unexpected end of stream"), error::toString);
  }

  @Test
  void aCloseInTheHeadIsAnUnexpectedEnd() {
    datalab.fault(On.STATUS, Fault.close().at(Phase.ANSWER_HEAD));

    assertThrows(IOException.class, () -> client.status("k"));
  }

  @Test
  void aCloseInTheBodyIsAProtocolException() {
    datalab.fault(On.STATUS, Fault.close().at(Phase.ANSWER_BODY));

    ProtocolException error = assertThrows(ProtocolException.class, () -> client.status("k"));

    assertEquals("unexpected end of stream", error.getMessage());
  }

  @Test
  void aStallIsATimeout() {
    datalab.fault(On.STATUS, Fault.stall());

    assertThrows(SocketTimeoutException.class, () -> impatient("k"));
  }

  @Test
  void aStallInTheBodyIsATimeout() {
    datalab.fault(On.STATUS, Fault.stall().at(Phase.ANSWER_BODY));

    assertThrows(SocketTimeoutException.class, () -> impatient("k"));
  }

  @Test
  void aStalledConnectionIsATimeoutOfReading() {
    datalab.fault(On.CONNECTION, Fault.stall());

    assertThrows(SocketTimeoutException.class, () -> impatient("k"));
  }

  @Test
  void aLengthThatIsTooLongIsATimeout() {
    datalab.fault(On.STATUS, Fault.contentLengthTooLong());

    assertThrows(SocketTimeoutException.class, () -> impatient("k"));
  }

  @Test
  void aLengthThatIsTooShortCutsTheBody() throws IOException {
    datalab.fault(On.STATUS.call(1), Fault.contentLengthTooShort());

    assertEquals("{\"detail\":\"Request n", client.status("k").text());
  }

  @Test
  void refusedConnectionsAreConnectExceptions() {
    datalab.refuseConnections();

    assertThrows(ConnectException.class, () -> client.status("k"));
  }

  @Test
  void aPooledConnectionThatWasClosedIsReplacedByOneThatRetries() throws IOException {
    OkHttpClient retrying = client.http.newBuilder().retryOnConnectionFailure(true).build();
    get(retrying, "a");
    datalab.fault(On.STATUS.call(1), Fault.close().at(Phase.REQUEST_HEAD));

    assertEquals(404, get(retrying, "b"));
    assertEquals(3, datalab.requests().size());
  }

  @Test
  void aBusyServerThatSaysNowIsAskedASecondTimeByOkHttpItself() throws IOException {
    datalab.fault(On.STATUS.call(1), Fault.answer(Answer.status(503).header("Retry-After", "0")));

    assertEquals(404, client.status("k").status);
    assertEquals(2, datalab.requests(On.STATUS).size());
  }

  @Test
  void aRedirectToAnotherHostCarriesTheKeyThere() throws IOException {
    try (DatalabSimulator other = DatalabSimulator.builder().start()) {
      datalab.fault(On.STATUS, Fault.redirect(307, other.url() + "/elsewhere"));
      OkHttpClient following = client.http.newBuilder().followRedirects(true).build();

      get(following, "k");

      assertEquals(Client.KEY, other.requests().get(0).header("X-API-Key"));
    }
  }

  @Test
  void anUploadThatIsResetIsASocketException() {
    datalab.fault(On.ITERATE, Fault.reset().at(Phase.REQUEST_BODY));

    assertThrows(
        SocketException.class,
        () ->
            client.iterate(
                "cp_12345",
                Client.form("x")
                    .addFormDataPart("files", "a.pdf", Client.bytes("application/pdf", 9_000_000))
                    .build()));
  }

  private void impatient(String key) throws IOException {
    get(client.http.newBuilder().readTimeout(200, TimeUnit.MILLISECONDS).build(), key);
  }

  private int get(OkHttpClient http, String key) throws IOException {
    try (Response response =
        http.newCall(client.request(Client.PIPELINES + key).build()).execute()) {
      return new Client.Reply(response).status;
    }
  }
}
