package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are given instead of the true one. */
final class AnswerFaultTest extends WireTest {
  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 408, 410, 413, 422, 425, 429, 500, 502, 503, 504, 529})
  void anyStatusCanBeAnswered(int status) throws IOException {
    datalab.fault(On.STATUS, Fault.status(status));

    Client.Reply reply = client.status("k");

    assertEquals(status, reply.status);
    assertEquals("application/json", reply.headers.get("content-type"));
    assertEquals(Reasons.of(status), reply.string("detail"));
  }

  @Test
  void anAnswerHasTheHeadersAndTheBodyItIsGiven() throws IOException {
    datalab.fault(
        On.STATUS,
        Fault.answer(
            Answer.status(503)
                .header("Retry-After", "0")
                .header("Set-Cookie", "a=1")
                .header("Set-Cookie", "b=2")
                .header("Content-Type", "text/plain")
                .body("try later")));

    Client.Reply reply = client.status("k");

    assertEquals(503, reply.status);
    assertEquals("0", reply.headers.get("retry-after"));
    assertEquals(2, reply.headers.values("set-cookie").size());
    assertEquals("text/plain", reply.headers.get("content-type"));
    assertEquals("try later", reply.text());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void redirectsGoAnywhere(int status) throws IOException {
    datalab.fault(On.STATUS, Fault.redirect(status, "http://[::1]:1/else where"));

    Client.Reply reply = client.status("k");

    assertEquals(status, reply.status);
    assertEquals("http://[::1]:1/else where", reply.headers.get("location"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 502})
  void aGatewayCanAnswerHtml(int status) throws IOException {
    datalab.fault(On.STATUS, Fault.html(status));

    Client.Reply reply = client.status("k");

    assertEquals(status, reply.status);
    assertEquals("text/html; charset=utf-8", reply.headers.get("content-type"));
    assertTrue(reply.text().contains("<title>" + status + " "), reply.text());
  }

  @Test
  void anAnswerInsteadMakesNoJobAndCountsNoPoll() throws IOException {
    String key = datalab.startJob("cp_1", Job.words("a", "b"));
    datalab.fault(On.ANY.calls(1, 2), Fault.status(503));

    client.status(key);
    client.iterate();

    assertFalse(datalab.iterations().get(0).isAccepted());
    assertEquals("a", client.status(key).string("status"));
  }

  @Test
  void anAnswerAfterHandlingHidesTheJobThatWasMade() throws IOException {
    datalab.fault(On.ITERATE, Fault.status(504).afterHandling());

    assertEquals(504, client.iterate().status);
    assertTrue(datalab.iterations().get(0).isAccepted());
  }

  @Test
  void anAnswerCanComeBeforeTheBodyWasRead() throws IOException {
    datalab.fault(On.ITERATE, Fault.status(413).at(Phase.REQUEST_HEAD));

    try (RawClient raw = new RawClient(datalab)) {
      raw.postHead(1000).readBytes(12);
      assertEquals("HTTP/1.1 413", raw.text());
      assertEquals(0, datalab.requests().get(0).bodyBytes());
    }
  }

  @Test
  void anAnswerCanComeInTheMiddleOfTheBody() throws IOException {
    datalab.fault(On.ITERATE, Fault.status(413).at(Phase.REQUEST_BODY));

    try (RawClient raw = new RawClient(datalab)) {
      raw.postHead(10).send("1234");
      assertEquals(RawClient.End.SILENT, raw.readWhatComes());
      raw.send("5").readBytes(12);
      assertEquals("HTTP/1.1 413", raw.text());
    }
  }

  @Test
  void afterAnEarlyAnswerTheRestIsReadAndTheConnectionServesOn() throws Exception {
    datalab.fault(On.ITERATE.call(1), Fault.status(413).at(Phase.REQUEST_HEAD));

    try (RawClient raw = new RawClient(datalab)) {
      raw.postHead(10).send("1234567890").readUntil("HTTP/1.1 413");
      raw.get(Client.PIPELINES + "k").readUntil("HTTP/1.1 404");

      assertEquals(10, datalab.requests().get(0).bodyBytes());
    }
  }

  @Test
  void anEarlyAnswerCanCloseTheConnectionOnTheUpload() throws IOException {
    datalab.fault(On.ITERATE, Fault.answer(Answer.status(413).closing()).at(Phase.REQUEST_HEAD));

    try (RawClient raw = new RawClient(datalab)) {
      assertEquals(RawClient.End.CLOSED, raw.postHead(1000).readToEnd());
      assertTrue(raw.text().contains("connection: close"), raw.text());
    }
  }

  @Test
  void aClosingAnswerClosesTheConnection() throws Exception {
    datalab.fault(On.STATUS, Fault.answer(Answer.status(200).body("x").closing()));

    assertEquals("close", client.status("k").headers.get("connection"));
    assertTrue(datalab.awaitOpenConnections(0, 10, TimeUnit.SECONDS));
  }

  @Test
  void aConnectionCanCloseAfterAWholeAnswerThatDoesNotSaySo() throws Exception {
    String key = datalab.startJob("cp_1", Job.words("a"));
    datalab.fault(On.STATUS, Fault.closeAfterAnswer());

    try (RawClient raw = new RawClient(datalab)) {
      assertEquals(RawClient.End.CLOSED, raw.get(Client.PIPELINES + key).readToEnd());
      assertTrue(raw.body().endsWith("}"), raw.text());
      assertFalse(raw.text().contains("connection:"), raw.text());
      assertTrue(datalab.requests().get(0).isAnswered());
      assertFalse(datalab.requests().get(0).isClosedByClient());
    }
  }

  @Test
  void aConnectionCanCloseAfterAnAnswerInsteadToo() throws IOException {
    datalab.fault(On.STATUS, Fault.status(503));
    datalab.fault(On.STATUS, Fault.closeAfterAnswer());

    try (RawClient raw = new RawClient(datalab)) {
      assertEquals(RawClient.End.CLOSED, raw.get(Client.PIPELINES + "k").readToEnd());
      assertTrue(raw.text().startsWith("HTTP/1.1 503"), raw.text());
    }
  }

  @Test
  void aClientThatKeepsAConnectionMeetsItClosed() throws Exception {
    datalab.fault(On.STATUS.call(1), Fault.closeAfterAnswer());
    assertEquals(404, client.status("k").status);
    assertTrue(datalab.awaitOpenConnections(0, 10, TimeUnit.SECONDS));

    assertThrows(IOException.class, () -> client.status("k"));

    assertEquals(1, datalab.requests().size());
    assertEquals(404, client.status("k").status);
  }

  @Test
  void anyOtherOperationCanBePlayedByItsPath() throws IOException {
    datalab.fault(
        On.path("GET", "/api/v1/convert/r1"),
        Fault.answer(Answer.status(200).body("{\"status\":\"complete\"}")));

    assertEquals("complete", client.get("/api/v1/convert/r1?x=1").string("status"));
    assertEquals(404, client.get("/api/v1/convert/r2").status);
  }

  @Test
  void aStatusHasThreeDigits() {
    assertThrows(IllegalArgumentException.class, () -> Answer.status(20));
  }

  @Test
  void anAnswerCannotComeAfterTheTrueOneHasBegun() {
    assertThrows(IllegalArgumentException.class, () -> Fault.status(500).at(Phase.ANSWER_BODY));
  }

  @Test
  void afterAnAnswerIsNoOtherMoment() {
    for (Phase phase : Phase.values()) {
      assertThrows(IllegalArgumentException.class, () -> Fault.closeAfterAnswer().at(phase));
    }
  }

  @Test
  void onlyAnAnswerCanComeAfterHandling() {
    assertThrows(IllegalArgumentException.class, () -> Fault.reset().afterHandling());
  }

  @Test
  void aConnectionCannotBeAnswered() {
    assertThrows(
        IllegalArgumentException.class, () -> datalab.fault(On.CONNECTION, Fault.status(500)));
  }
}
