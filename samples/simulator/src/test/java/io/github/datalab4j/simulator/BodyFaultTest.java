package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** True answers whose body or head is damaged on the way. */
final class BodyFaultTest extends WireTest {
  private static final String TRUE =
      "{\"status\":\"processing\",\"processor_id\":null,\"request_description\":null,"
          + "\"sent_at\":\"2026-01-01T00:00:00\",\"success\":null,\"error_message\":null,"
          + "\"runtime\":null,\"completed_at\":null,\"pipeline_params\":null,"
          + "\"pipeline_id\":null}";

  @Test
  void withoutAFaultTheBodyIsTheTrueOne() throws IOException {
    assertEquals(TRUE, status().text());
  }

  @Test
  void truncatedJsonIsItsFirstHalfInAProperFrame() throws IOException {
    datalab.fault(On.STATUS, Fault.truncatedJson());

    Client.Reply reply = status();

    assertEquals(TRUE.substring(0, TRUE.length() / 2), reply.text());
    assertEquals(String.valueOf(TRUE.length() / 2), reply.headers.get("content-length"));
  }

  @Test
  void malformedJsonIsRefusedByAStrictReader() throws IOException {
    datalab.fault(On.STATUS, Fault.malformedJson());

    String text = status().text();

    assertThrows(JsonParser.Malformed.class, () -> JsonParser.parse(text));
  }

  @Test
  void duplicateKeysAreEveryKeyTwice() throws IOException {
    datalab.fault(On.STATUS, Fault.duplicateKeys());

    String text = status().text();

    assertEquals(3, text.split("\"status\":", -1).length, text);
    assertEquals(3, text.split("\"pipeline_id\":", -1).length, text);
  }

  @Test
  void notANumberIsInTheRuntime() throws IOException {
    datalab.fault(On.STATUS, Fault.notANumber());

    assertTrue(status().text().contains("\"runtime\":NaN,"));
  }

  @Test
  void aByteOrderMarkComesBeforeTheJson() throws IOException {
    datalab.fault(On.STATUS, Fault.byteOrderMark());

    byte[] bytes = status().bytes;

    assertArrayEquals(
        new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '{'}, Arrays.copyOf(bytes, 4));
  }

  @Test
  void aWrongCharsetIsNotTheOneOfTheHeader() throws IOException {
    datalab.fault(On.STATUS, Fault.wrongCharset());

    Client.Reply reply = status();

    assertEquals("application/json; charset=utf-8", reply.headers.get("content-type"));
    assertEquals(TRUE, new String(reply.bytes, StandardCharsets.UTF_16));
  }

  @Test
  void loneSurrogatesAreEscaped() throws IOException {
    datalab.fault(On.STATUS, Fault.loneSurrogates());

    assertTrue(status().text().contains("\"request_description\":\"a\\ud83d b\\ude00\""));
  }

  @Test
  void invalidUtf8HasBytesThatAreNoCharacters() throws IOException {
    datalab.fault(On.STATUS, Fault.invalidUtf8());

    String latin = new String(status().bytes, StandardCharsets.ISO_8859_1);

    assertTrue(latin.contains("\"request_description\":\"a\u00ff\u00c0b\""), latin);
  }

  @Test
  void deepJsonIsNestedThatDeep() throws IOException {
    datalab.fault(On.STATUS, Fault.deepJson(100_000));

    String text = status().text();

    assertEquals(100_001, text.split("\\{\"a\":", -1).length);
    assertTrue(text.endsWith("},\"pipeline_id\":null}"), "closed again");
  }

  @Test
  void aLongStringHasThatManyCharacters() throws IOException {
    datalab.fault(On.STATUS, Fault.longString(10_000_000));

    assertEquals(TRUE.length() - 4 + 2 + 10_000_000, status().bytes.length);
  }

  @Test
  void anEmptyBodyHasLengthZero() throws IOException {
    datalab.fault(On.STATUS, Fault.emptyBody());

    Client.Reply reply = status();

    assertEquals(200, reply.status);
    assertEquals("0", reply.headers.get("content-length"));
  }

  @Test
  void aFieldCanBeOfAWrongType() throws IOException {
    datalab.fault(On.STATUS, Fault.field("status", Arrays.asList(1, 2)));

    assertTrue(status().text().startsWith("{\"status\":[1,2],"));
  }

  @Test
  void aFieldCanBeMissing() throws IOException {
    datalab.fault(On.STATUS, Fault.withoutField("sent_at"));

    assertFalse(status().json().containsKey("sent_at"));
  }

  @Test
  void aHeaderCanBeAddedToTheTrueAnswer() throws IOException {
    datalab.fault(On.STATUS, Fault.header("Retry-After", "3"));

    Client.Reply reply = status();

    assertEquals("3", reply.headers.get("retry-after"));
    assertEquals(TRUE, reply.text());
  }

  @Test
  void aGzipBombIsSmallOnTheWireAndHugeInside() throws IOException {
    datalab.fault(On.STATUS, Fault.gzipBomb(64 << 20));

    Client.Reply packed =
        client.send(
            client.request(Client.PIPELINES + key()).header("Accept-Encoding", "gzip").build());

    assertEquals("gzip", packed.headers.get("content-encoding"));
    assertTrue(packed.bytes.length < 200_000, packed.bytes.length + " bytes on the wire");
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.bytes))) {
      assertEquals(TRUE.length() - 4 + 2 + (64L << 20), lengthOf(unpacked));
    }
  }

  @Test
  void aGzipBombIsAGibibyteIfNothingIsSaid() throws IOException {
    datalab.fault(On.STATUS, Fault.gzipBomb());

    byte[] packed =
        client.send(
                client.request(Client.PIPELINES + key()).header("Accept-Encoding", "gzip").build())
            .bytes;

    int length = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt(packed.length - 4);
    assertEquals(TRUE.length() - 4 + 2 + (1 << 30), length);
  }

  @Test
  void anEndlessBodyComesUntilTheClientCloses() throws Exception {
    datalab.fault(On.STATUS, Fault.endlessBody());

    try (RawClient raw = new RawClient(datalab)) {
      raw.get(Client.PIPELINES + key()).readBytes(200_000);
      assertTrue(raw.text().contains("transfer-encoding: chunked"));
      assertTrue(raw.body().contains("{\"status\":\"\r\n10000\r\nxxxx"));
    }
    ReceivedRequest request = datalab.requests().get(0);
    assertTrue(request.awaitClosedByClient(10, TimeUnit.SECONDS));
    assertFalse(request.isAnswered());
  }

  @Test
  void anEndlessGzipHeaderHasANameWithoutAnEnd() throws Exception {
    datalab.fault(On.STATUS, Fault.endlessGzipHeader());

    try (RawClient raw = new RawClient(datalab)) {
      raw.get(Client.PIPELINES + key()).readBytes(200_000);
      assertTrue(raw.text().contains("content-encoding: gzip"));
      assertTrue(raw.body().startsWith("a\r\n\u001f"));
      assertTrue(raw.body().contains("\r\n10000\r\nxxxx"));
    }
    assertTrue(datalab.requests().get(0).awaitClosedByClient(10, TimeUnit.SECONDS));
  }

  @Test
  void anEndlessBodyThatNobodyReadsEndsWithTheSimulator() throws IOException {
    datalab.fault(On.STATUS, Fault.endlessBody());

    try (RawClient raw = new RawClient(datalab)) {
      raw.get(Client.PIPELINES + key()).readBytes(100);
      datalab.close();
      assertEquals(0, simulatorThreads().size());
    }
  }

  @Test
  void aLengthThatIsTooLongLeavesTheClientWaiting() throws IOException {
    datalab.fault(On.STATUS, Fault.contentLengthTooLong());

    try (RawClient raw = new RawClient(datalab)) {
      raw.get(Client.PIPELINES + key()).readUntil("\"pipeline_id\":null}");
      assertEquals(RawClient.End.SILENT, raw.readWhatComes());
      assertTrue(raw.text().contains("content-length: " + (TRUE.length() + 100) + "\r\n"));
      assertEquals(TRUE, raw.body());
    }
  }

  @Test
  void aLengthThatIsTooShortLeavesARestOnTheConnection() throws IOException {
    datalab.fault(On.STATUS, Fault.contentLengthTooShort());

    try (RawClient raw = new RawClient(datalab)) {
      raw.get(Client.PIPELINES + key()).readUntil("\"pipeline_id\":null}");
      assertEquals(RawClient.End.SILENT, raw.readWhatComes());
      assertTrue(raw.text().contains("content-length: " + (TRUE.length() - 10) + "\r\n"));
      assertEquals(TRUE, raw.body());
    }
  }

  @Test
  void aSlowAnswerIsOneByteASecond() throws Exception {
    datalab.fault(On.STATUS, Fault.answerSlowly());

    try (RawClient raw = new RawClient(datalab)) {
      raw.get(Client.PIPELINES + key()).readUntil("\r\n\r\n{");
      for (int i = 2; i < 6; i++) {
        assertTrue(time.awaitPending(1, 10, TimeUnit.SECONDS));
        assertEquals(RawClient.End.SILENT, raw.readWhatComes());
        time.advance(1, TimeUnit.SECONDS);
        raw.readBytes(1);
        assertEquals(TRUE.substring(0, i), raw.body());
      }
    }
  }

  @Test
  void aSlowAnswerComesToItsEnd() throws IOException {
    restart(DatalabSimulator.builder(), new HurryingTime());
    datalab.fault(On.STATUS, Fault.answerSlowly(10, 1000));

    assertEquals(TRUE, status().text());
  }

  private String key() {
    return datalab.startJob("cp_1", Job.neverEnding());
  }

  private Client.Reply status() throws IOException {
    return client.status(key());
  }

  private static long lengthOf(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long length = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      length += count;
    }
    return length;
  }
}
