package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import okhttp3.Call;
import org.junit.jupiter.api.Test;

/** What can be seen of requests, whole and aborted, and waited for. */
final class ObservingTest extends WireTest {
  @Test
  void aRequestIsToldWithItsHeadersInOrderAndInTheirCase() throws IOException {
    try (RawClient raw = new RawClient(datalab)) {
      raw.send("GET /a%20b?c=%2F HTTP/1.1\r\nB: 1\r\na: 2\r\nB:3\r\nX-API-Key: k\r\n\r\n");
      raw.readBytes(12);
    }

    ReceivedRequest request = datalab.requests().get(0);
    assertEquals("GET", request.method());
    assertEquals("/a%20b?c=%2F", request.target());
    assertEquals("/a%20b", request.path());
    assertEquals("[B: 1, a: 2, B: 3, X-API-Key: ***]", request.headers().toString());
    assertEquals("k", request.header("x-api-key"));
    assertEquals(404, request.status());
  }

  @Test
  void anAbortedUploadIsToldWithTheBytesThatArrived() throws Exception {
    try (RawClient raw = new RawClient(datalab)) {
      raw.postHead(1_000_000).send("12345");
      ReceivedRequest request = datalab.awaitRequest(On.ITERATE, 10, TimeUnit.SECONDS);
      assertTrue(request.awaitBodyBytes(5, 10, TimeUnit.SECONDS));
      assertFalse(request.isClosedByClient());
      raw.socket.close();

      assertTrue(request.awaitClosedByClient(10, TimeUnit.SECONDS));
      assertEquals(5, request.bodyBytes());
      assertFalse(request.isBodyComplete());
      assertEquals(0, request.status());
      assertEquals(0, datalab.iterations().size());
    }
  }

  @Test
  void aCancelledCallIsSeenAsClosedByTheClient() throws Exception {
    datalab.fault(On.STATUS, Fault.stall());
    Call call = client.http.newCall(client.request(Client.PIPELINES + "k").build());
    call.enqueue(new IgnoringCallback());
    ReceivedRequest request = datalab.awaitRequest(On.STATUS, 10, TimeUnit.SECONDS);

    call.cancel();

    assertTrue(request.awaitClosedByClient(10, TimeUnit.SECONDS));
    assertFalse(request.isAnswered());
  }

  @Test
  void aCancelledUploadIsSeenAfterTheReleaseOfTheStall() throws Exception {
    datalab.fault(On.ITERATE, Fault.stall().at(Phase.REQUEST_BODY).afterBytes(1));
    Call call =
        client.http.newCall(
            client.iterateRequest(
                "cp_12345",
                Client.form("x")
                    .addFormDataPart("files", "a.pdf", Client.bytes("application/pdf", 50_000_000))
                    .build()));
    call.enqueue(new IgnoringCallback());
    ReceivedRequest request = datalab.awaitRequest(On.ITERATE, 10, TimeUnit.SECONDS);
    assertTrue(request.awaitBodyBytes(1, 10, TimeUnit.SECONDS));
    call.cancel();

    releaseStall();

    assertTrue(request.awaitClosedByClient(10, TimeUnit.SECONDS));
    assertFalse(request.isBodyComplete());
  }

  @Test
  void theLatestRequestOfAnIdleConnectionIsClosedByTheClientToo() throws Exception {
    client.status("k");
    client.status("k");
    client.http.connectionPool().evictAll();

    List<ReceivedRequest> requests = datalab.requests();
    assertTrue(requests.get(1).awaitClosedByClient(10, TimeUnit.SECONDS));
    assertTrue(requests.get(1).isAnswered());
    assertFalse(requests.get(0).isClosedByClient());
    assertEquals(requests.get(0).connection(), requests.get(1).connection());
  }

  @Test
  void requestsAreFoundByOperationNumberAndCondition() throws IOException {
    client.status("a");
    client.iterate();
    client.status("b");
    client.status("a");

    assertEquals(3, datalab.requests(On.STATUS).size());
    assertEquals(1, datalab.requests(On.ITERATE).size());
    assertEquals("b", last(datalab.requests(On.STATUS.call(2)).get(0)));
    assertEquals(2, datalab.requests(On.STATUS.when(r -> last(r).equals("a"))).size());
    assertEquals(3, datalab.requests(On.ANY.callsFrom(2)).size());
  }

  @Test
  void waitingForARequestThatDoesNotComeTellsWhatCame() throws IOException {
    client.status("a");

    AssertionError error =
        assertThrows(
            AssertionError.class, () -> datalab.awaitRequest(On.ITERATE, 1, TimeUnit.MILLISECONDS));

    assertTrue(
        String.valueOf(error.getMessage()).contains("custom_pipelines/a"), error::getMessage);
  }

  @Test
  void onlyTheNewestRequestsAreKept() throws IOException {
    restart(DatalabSimulator.builder().keepRequests(2));
    client.status("a");
    client.status("b");
    client.status("c");

    assertEquals(
        "[b, c]",
        datalab.requests().stream()
            .map(ObservingTest::last)
            .collect(Collectors.toList())
            .toString());
  }

  @Test
  void whatWasReceivedCanBeForgotten() throws IOException {
    client.iterate();
    datalab.forgetRequests();

    assertEquals(0, datalab.requests().size());
    assertEquals(0, datalab.iterations().size());
  }

  @Test
  void theTimeOfARequestIsTheSimulators() throws IOException {
    time.advance(90, TimeUnit.SECONDS);
    client.status("a");

    assertEquals(time.millis(), datalab.requests().get(0).receivedAtMillis());
  }

  @Test
  void pipelinedRequestsAreAnsweredOneAfterTheOther() throws IOException {
    List<String> keys = new ArrayList<>();
    try (RawClient raw = new RawClient(datalab)) {
      for (String word : new String[] {"one", "two", "three"}) {
        keys.add(datalab.startJob("cp_1", Job.words(word)));
      }
      for (String key : keys) {
        raw.get(Client.PIPELINES + key);
      }
      raw.readUntil("\"three\"");
      int one = raw.text().indexOf("\"one\"");
      int two = raw.text().indexOf("\"two\"");
      int three = raw.text().indexOf("\"three\"");
      assertTrue(0 < one && one < two && two < three, raw.text());
    }
  }

  @Test
  void whatIsNotHttpIsA400AndTheEnd() throws IOException {
    try (RawClient raw = new RawClient(datalab)) {
      assertEquals(RawClient.End.CLOSED, raw.send("\u0001\u0002 \r\n\r\n").readToEnd());
      assertTrue(raw.text().startsWith("HTTP/1.1 400 "), raw.text());
    }
  }

  @Test
  void aClientThatAsksToContinueIsToldToDoSo() throws IOException {
    try (RawClient raw = new RawClient(datalab)) {
      raw.send(
          "POST /api/v1/custom_processors/cp_12345/iterate HTTP/1.1\r\nHost: h\r\n"
              + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n");
      raw.readUntil("\r\n\r\n");
      assertEquals("HTTP/1.1 100 Continue\r\n\r\n", raw.text());
    }
  }

  @Test
  void aClientThatWantsToCloseIsClosed() throws IOException {
    try (RawClient raw = new RawClient(datalab)) {
      raw.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
      assertEquals(RawClient.End.CLOSED, raw.readToEnd());
    }
  }

  private static String last(ReceivedRequest request) {
    return request.path().substring(request.path().lastIndexOf('/') + 1);
  }
}
