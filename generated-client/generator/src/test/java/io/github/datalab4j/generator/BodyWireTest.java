package io.github.datalab4j.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each kind of part and body is on the wire. */
final class BodyWireTest {
  @RegisterExtension final WireFixture wire = new WireFixture();

  private MultipartBody.Part part(String factory, String filename, String type) {
    return (MultipartBody.Part)
        GeneratedClient.call(
            wire.type("api.PartsParts"),
            null,
            factory,
            filename,
            RequestBody.create(("content of " + filename).getBytes(UTF_8), MediaType.get(type)));
  }

  private String parts(Object... arguments) {
    RecordedRequest request = wire.send("parts", arguments);
    String type = request.getHeader("Content-Type");
    assertTrue(type.startsWith("multipart/form-data; boundary="), type);
    String boundary = type.substring(type.indexOf('=') + 1);
    return request.getBody().readUtf8().replace(boundary, "BOUNDARY").replace("\r\n", "\n");
  }

  private static String section(String disposition, String type, String content) {
    boolean file = disposition.contains("filename");
    return "--BOUNDARY\nContent-Disposition: form-data; "
        + disposition
        + (file ? "" : "\nContent-Transfer-Encoding: binary")
        + "\nContent-Type: "
        + type
        + "\nContent-Length: "
        + content.length()
        + "\n\n"
        + content
        + "\n";
  }

  @Test
  void aRawBodyWithoutATypeIsSentAsTheDocumentSays() {
    wire.answer("text/plain", "ok");
    wire.answer("application/pdf", "ok");
    RequestBody body = RequestBody.create("hello".getBytes(UTF_8));

    assertEquals("ok", ((Single<?>) wire.call("raw", body)).blockingGet());
    ((ResponseBody) ((Single<?>) wire.call("optionalRaw", body)).blockingGet()).close();

    assertEquals("text/plain", wire.taken().getHeader("Content-Type"));
    assertEquals("application/octet-stream", wire.taken().getHeader("Content-Type"));
  }

  @Test
  void filesKeepTheirOwnNamesAndTypes() {
    String body =
        parts(
            part("file", "a.pdf", "application/pdf"),
            asList(part("more", "b.png", "image/png"), part("more", "c.txt", "text/csv")),
            null,
            "note",
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertEquals(
        section("name=\"file\"; filename=\"a.pdf\"", "application/pdf", "content of a.pdf")
            + section("name=\"more\"; filename=\"b.png\"", "image/png", "content of b.png")
            + section("name=\"more\"; filename=\"c.txt\"", "text/csv", "content of c.txt")
            + section("name=\"note\"", "text/plain; charset=utf-8", "note")
            + "--BOUNDARY--\n",
        body);
  }

  @Test
  void partsAreQuotedOnlyWhereTheEncodingSaysJson() {
    String body =
        parts(
            part("file", "a", "text/plain"),
            null,
            part("picture", "p.png", "image/png"),
            "say \"hi\"",
            3L,
            wire.mode("fast"),
            "2026-01-01T00:00:00",
            asList("t1", "t2"),
            wire.point("{\"x\":1}"),
            "q",
            "1;2");
    String text = "text/plain; charset=utf-8";

    assertEquals(
        section("name=\"file\"; filename=\"a\"", "text/plain", "content of a")
            + section("name=\"picture\"; filename=\"p.png\"", "image/png", "content of p.png")
            + section("name=\"note\"", text, "say \"hi\"")
            + section("name=\"count\"", text, "3")
            + section("name=\"mode\"", text, "fast")
            + section("name=\"when\"", text, "2026-01-01T00:00:00")
            + section("name=\"tags\"", text, "t1")
            + section("name=\"tags\"", text, "t2")
            + section("name=\"point\"", "application/json", "{\"x\":1}")
            + section("name=\"quoted\"", "application/json", "\"q\"")
            + section("name=\"csv\"", "text/csv", "1;2")
            + "--BOUNDARY--\n",
        body);
  }

  @Test
  void jsonBodyAndAnswerAreModels() {
    wire.answer("application/json", "{\"x\":5,\"new\":null}");

    Object point = ((Single<?>) wire.call("json", wire.point("{\"x\":1}"))).blockingGet();

    RecordedRequest request = wire.taken();
    assertEquals("application/json", request.getHeader("Content-Type"));
    assertEquals("{\"x\":1}", request.getBody().readUtf8());
    assertEquals(wire.point("{\"x\":5,\"new\":null}"), point);
  }

  @Test
  void mediaTypeOfAJsonBodyIsThatOfTheDocument() {
    wire.answer("application/json", "null");
    Map<String, Object> patch = new LinkedHashMap<>();
    patch.put("gone", null);
    patch.put("big", 12345678901234567L);

    Object nothing = ((Maybe<?>) wire.call("patch", patch)).blockingGet();

    RecordedRequest request = wire.taken();
    assertNull(nothing);
    assertEquals("application/merge-patch+json", request.getHeader("Content-Type"));
    assertEquals("{\"gone\":null,\"big\":12345678901234567}", request.getBody().readUtf8());
  }

  @Test
  void bodyMayBeLeftOutWhereTheDocumentSaysSo() {
    RecordedRequest without = wire.send("optionalJson", new Object[] {null});
    RecordedRequest with = wire.send("optionalJson", wire.point("{\"x\":1}"));

    assertEquals(0, without.getBodySize());
    assertNull(without.getHeader("Content-Type"));
    assertEquals("{\"x\":1}", with.getBody().readUtf8());
    assertEquals("application/json", with.getHeader("Content-Type"));
  }

  @Test
  void deleteSendsItsBody() {
    RecordedRequest request = wire.send("deleteWithBody", asList(1L, 2L));

    assertEquals("DELETE", request.getMethod());
    assertEquals("[1,2]", request.getBody().readUtf8());
  }

  @Test
  void elementsThatMayBeNullAreKept() {
    wire.answer("application/json", "{\"a\":null,\"b\":1}");

    Object map = ((Single<?>) wire.call("gaps", asList("x", null))).blockingGet();

    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("a", null);
    expected.put("b", 1L);
    assertEquals("[\"x\",null]", wire.taken().getBody().readUtf8());
    assertEquals(expected, map);
  }

  @Test
  void getHasNoBody() {
    assertEquals("GET", wire.send("getWithBody").getMethod());
  }
}
