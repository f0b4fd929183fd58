package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** HTTP itself: framing, versions, sizes. */
final class HttpTest extends WireTest {
  private static final String POST =
      "POST /api/v1/custom_processors/cp_12345/iterate HTTP/1.1\r\nHost: h\r\nX-API-Key: "
          + Client.KEY
          + "\r\nContent-Type: multipart/form-data; boundary=b\r\n";

  @Test
  void aChunkedBodyIsReadWithoutItsFrame() throws IOException {
    try (RawClient raw = new RawClient(datalab)) {
      raw.send(POST + "Transfer-Encoding: chunked\r\n\r\n");
      for (String piece : RawClient.FORM.split("(?<=\n)", -1)) {
        if (!piece.isEmpty()) {
          raw.send(Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
        }
      }
      raw.send("0\r\n\r\n").readUntil("\"}");
    }

    assertEquals("hello", datalab.iterations().get(0).request());
    assertEquals(RawClient.FORM.length(), datalab.requests().get(0).bodyBytes());
  }

  @Test
  void aBrokenChunkIsA400() throws IOException {
    try (RawClient raw = new RawClient(datalab)) {
      raw.send(POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n").readUntil("HTTP/1.1 400");
      assertEquals(RawClient.End.CLOSED, raw.readToEnd());
    }
  }

  @Test
  void headAndBodyMayComeByteByByte() throws IOException {
    String request =
        POST + "Content-Length: " + RawClient.FORM.length() + "\r\n\r\n" + RawClient.FORM;
    try (RawClient raw = new RawClient(datalab)) {
      for (int i = 0; i < request.length(); i++) {
        raw.send(request.substring(i, i + 1));
      }
      raw.readUntil("\"}");
    }

    assertEquals("hello", datalab.iterations().get(0).request());
  }

  @Test
  void aClientOfHttp10IsClosedAfterItsAnswer() throws IOException {
    try (RawClient raw = new RawClient(datalab)) {
      raw.send("GET / HTTP/1.0\r\n\r\n");
      assertEquals(RawClient.End.CLOSED, raw.readToEnd());
      assertTrue(raw.text().startsWith("HTTP/1.1 404 Not Found\r\n"), raw.text());
    }
  }

  @Test
  void anAnswerHasADateALengthAndAType() throws IOException {
    try (RawClient raw = new RawClient(datalab)) {
      raw.get(Client.PIPELINES + "k").readUntil("}");
      assertEquals(
          "HTTP/1.1 404 Not Found\r\n"
              + "date: Thu, 01 Jan 2026 00:00:00 GMT\r\n"
              + "content-length: 30\r\n"
              + "content-type: application/json\r\n"
              + "\r\n"
              + "{\"detail\":\"Request not found\"}",
          raw.text());
    }
  }

  @Test
  void anAnswerWithoutContentHasNoLength() throws IOException {
    datalab.fault(On.STATUS, Fault.answer(Answer.status(204)));
    try (RawClient raw = new RawClient(datalab)) {
      raw.get(Client.PIPELINES + "k").readUntil("\r\n\r\n");
      assertFalse(raw.text().contains("content-length"), raw.text());
    }
  }

  @Test
  void aLengthThatIsGivenIsTheOnlyOne() throws IOException {
    datalab.fault(
        On.STATUS, Fault.answer(Answer.status(200).header("Content-Length", "1").body("abc")));
    try (RawClient raw = new RawClient(datalab)) {
      raw.get(Client.PIPELINES + "k").readUntil("abc");
      assertFalse(raw.text().contains("content-length"), raw.text());
      assertTrue(raw.text().contains("Content-Length: 1\r\n"), raw.text());
    }
  }

  @Test
  void longTargetsAndHeadersAreRead() throws IOException {
    char[] filler = new char[100_000];
    Arrays.fill(filler, 'x');
    String text = new String(filler);
    try (RawClient raw = new RawClient(datalab)) {
      raw.send("GET /" + text + " HTTP/1.1\r\nA: " + text + "\r\n\r\n").readUntil("404");
    }

    assertEquals(100_001, datalab.requests().get(0).path().length());
    assertEquals(text, datalab.requests().get(0).header("a"));
  }

  @Test
  void anInvitationToContinueIsNotGivenWhereTheAnswerComesEarly() throws IOException {
    datalab.fault(On.ITERATE, Fault.status(413).at(Phase.REQUEST_HEAD));
    try (RawClient raw = new RawClient(datalab)) {
      raw.send(POST + "Expect: 100-continue\r\nContent-Length: 9\r\n\r\n").readUntil("\r\n\r\n");
      assertTrue(raw.text().startsWith("HTTP/1.1 413"), raw.text());
    }
  }

  @Test
  void theLastOfTwoRequestTextsCounts() throws IOException {
    client.iterate("cp_12345", Client.form("first").addFormDataPart("request", "second").build());

    assertEquals("second", datalab.iterations().get(0).request());
    assertEquals(2, datalab.iterations().get(0).parts().size());
  }

  @Test
  void oneConnectionServesManyCalls() throws IOException {
    for (int i = 0; i < 20; i++) {
      client.status("k");
    }

    assertEquals(1, datalab.requests().get(19).connection());
  }
}
