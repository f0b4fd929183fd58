package io.github.datalab4j.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonDataException;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.Response;

/** What each kind of parameter, body and result is on the wire. */
final class WireTest {
  @TempDir static Path folder;
  private static GeneratedClient.Loaded client;

  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient http = new OkHttpClient();
  private Class<?> type;
  private Object api;

  @BeforeAll
  static void generate() {
    client = GeneratedClient.generate(DocumentFiles.own("parameters.yaml"), folder).compile();
  }

  @BeforeEach
  void start() throws IOException {
    server.start();
    type = client.type("api.KindsApi");
    api =
        client
            .retrofit(http)
            .baseUrl(server.url("/base/"))
            .validateEagerly(true)
            .build()
            .create(type);
  }

  @AfterEach
  void stop() throws IOException {
    server.shutdown();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  private RecordedRequest send(String method, Object... arguments) {
    server.enqueue(new MockResponse().setResponseCode(204));
    ((Completable) GeneratedClient.call(type, api, method, arguments)).blockingAwait();
    return taken();
  }

  private RecordedRequest taken() {
    try {
      return server.takeRequest();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void answer(String contentType, String body) {
    server.enqueue(new MockResponse().setHeader("Content-Type", contentType).setBody(body));
  }

  private Object point(String json) {
    return client.model("Point", json);
  }

  private Object mode(String value) {
    return client.model("Mode", '"' + value + '"');
  }

  private String path(Object... arguments) {
    return send("paths", arguments).getPath();
  }

  @Test
  void everyPathStyleHasItsForm() {
    assertEquals(
        "/base/paths/a/x,y/.l/.1.2/;matrix=m/;matrixes=1;matrixes=2/x=1,y=2/u",
        path(
            "a",
            asList("x", "y"),
            "l",
            asList(1L, 2L),
            "m",
            asList(1L, 2L),
            point("{\"x\":1,\"y\":2}"),
            "u"));
  }

  @Test
  void pathValuesCannotLeaveTheirPlace() {
    assertEquals(
        "/base/paths/a%2Fb%3F%23%25/x%2Cy,%2F/.l%2F/.1/;matrix=m%3B/;matrixes=1/x=1/%C3%BC%20",
        path(
            "a/b?#%",
            asList("x,y", "/"), "l/", asList(1L), "m;", asList(1L), point("{\"x\":1}"), "ü "));
  }

  @Test
  void dotsAreNoPathValue() {
    Completable call = (Completable) GeneratedClient.call(type, api, "first", "..");

    assertThrows(IllegalArgumentException.class, call::blockingAwait);
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void emptyTextIsNoPathValue() {
    Completable call = (Completable) GeneratedClient.call(type, api, "first", "");

    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, call::blockingAwait);
    assertEquals("Path parameter \"first\" must not be empty.", error.getMessage());
  }

  @Test
  void colonInTheFirstValueDoesNotMakeAnotherAddress() {
    assertEquals("/base/http%3Aother.example", send("first", "http:other.example").getPath());
  }

  private String query(Map<String, Object> values) {
    String[] names = {
      "text", "ratio", "flag", "mode", "since", "many", "modes", "commas", "spaces", "pipes",
      "point", "flat", "deep", "json", "free", "either"
    };
    Object[] arguments = new Object[names.length + 1];
    arguments[0] = 7L;
    for (int i = 0; i < names.length; i++) {
      arguments[i + 1] = values.get(names[i]);
    }
    String path = send("query", arguments).getPath();
    return path.substring("/base/query?count=7".length());
  }

  private String query(String name, Object value) {
    return query(Collections.singletonMap(name, value));
  }

  @Test
  void absentQueryParametersAreLeftOut() {
    assertEquals("", query(Collections.emptyMap()));
  }

  @Test
  void plainQueryValuesAreNeverQuoted() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("text", "a&b=c d+é");
    values.put("ratio", 1.5);
    values.put("flag", true);
    values.put("mode", mode("very-accurate"));
    values.put("since", "2026-01-01T00:00:00");

    assertEquals(
        "&text=a%26b%3Dc%20d%2B%C3%A9&ratio=1.5&flag=true&mode=very-accurate"
            + "&since=2026-01-01T00%3A00%3A00",
        query(values));
  }

  @Test
  void unknownEnumValuesAreSentAsTheyAre() {
    assertEquals("&mode=brand-new", query("mode", mode("brand-new")));
  }

  @Test
  void listsAreRepeatedByDefault() {
    assertEquals("&many=a&many=b%2Cc", query("many", asList("a", "b,c")));
    assertEquals("&modes=fast&modes=x", query("modes", asList(mode("fast"), mode("x"))));
  }

  @Test
  void delimitedListsAreOneParameter() {
    assertEquals("&commas=a,b%2Cc", query("commas", asList("a", "b,c")));
    assertEquals("&spaces=a%20b", query("spaces", asList("a", "b")));
    assertEquals("&pipes=a%7Cb", query("pipes", asList("a", "b")));
  }

  @Test
  void emptyListsAreLeftOut() {
    assertEquals("", query("commas", Collections.emptyList()));
    assertEquals("", query("many", Collections.emptyList()));
  }

  @Test
  void objectsAreExplodedOrFlatOrDeepOrJson() {
    Object point = point("{\"x\":1,\"y\":2}");
    Object line = client.model("Line", "{\"from\":{\"x\":1},\"labels\":[\"a\",\"b c\"]}");

    assertEquals("&x=1&y=2", query("point", point));
    assertEquals("&flat=x,1,y,2", query("flat", point));
    assertEquals(
        "&deep%5Bfrom%5D%5Bx%5D=1&deep%5Blabels%5D=a&deep%5Blabels%5D=b%20c", query("deep", line));
    assertEquals("&json=%7B%22x%22%3A1%2C%22y%22%3A2%7D", query("json", point));
  }

  @Test
  void reservedCharactersStayWhereTheDocumentAllowsThem() {
    assertEquals("&free=a/b:c?d%26e%23", query("free", "a/b:c?d&e#"));
  }

  @Test
  void unionsAreWrittenAsWhatTheyHold() {
    assertEquals("&either=12", query("either", client.model("QueryEither", "12")));
    assertEquals("&either=a", query("either", client.model("QueryEither", "\"a\"")));
  }

  @Test
  void headersAreWrittenInTheSimpleStyle() {
    RecordedRequest request =
        send("headers", "id-1", asList(1L, 2L), point("{\"x\":1,\"y\":2}"), null, null, null);

    assertEquals("id-1", request.getHeader("X-Id"));
    assertEquals(asList("1,2"), request.getHeaders().values("X-List"));
    assertEquals("x=1,y=2", request.getHeader("X-Point"));
    assertNull(request.getHeader("Cookie"));
  }

  @Test
  void cookiesAreJoinedInOneHeader() {
    RecordedRequest request =
        send("headers", null, null, null, "ab=/+%20", 7L, point("{\"x\":1,\"y\":2}"));

    assertEquals(
        asList("session=ab=/+%20; team=7; x=1; y=2"), request.getHeaders().values("Cookie"));
  }

  @Test
  void cookieValueCannotAddAnotherCookie() {
    RecordedRequest request = send("headers", null, null, null, "a; admin=1\r\n", null, null);

    assertEquals("session=a%3B%20admin=1%0D%0A", request.getHeader("Cookie"));
  }

  @Test
  void fieldsAreRepeatedDelimitedNestedOrJson() {
    RecordedRequest request =
        send(
            "form",
            "a&b",
            asList("r", "w"),
            mode("fast"),
            point("{\"x\":1}"),
            asList("p", "q"),
            client.model("Line", "{\"from\":{\"x\":1}}"),
            null);

    assertEquals("application/x-www-form-urlencoded", request.getHeader("Content-Type"));
    assertEquals(
        "name=a%26b&scopes=r&scopes=w&mode=fast&point=%7B%22x%22%3A1%7D"
            + "&pipes=p%7Cq&deep%5Bfrom%5D%5Bx%5D=1",
        request.getBody().readUtf8());
  }

  private static MultipartBody.Part part(String factory, String filename, String type) {
    return (MultipartBody.Part)
        GeneratedClient.call(
            client.type("api.PartsParts"),
            null,
            factory,
            filename,
            RequestBody.create(("content of " + filename).getBytes(UTF_8), MediaType.get(type)));
  }

  private String parts(Object... arguments) {
    RecordedRequest request = send("parts", arguments);
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
            mode("fast"),
            "2026-01-01T00:00:00",
            asList("t1", "t2"),
            point("{\"x\":1}"),
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
    answer("application/json", "{\"x\":5,\"new\":null}");

    Object point =
        ((Single<?>) GeneratedClient.call(type, api, "json", point("{\"x\":1}"))).blockingGet();

    RecordedRequest request = taken();
    assertEquals("application/json", request.getHeader("Content-Type"));
    assertEquals("{\"x\":1}", request.getBody().readUtf8());
    assertEquals(point("{\"x\":5,\"new\":null}"), point);
  }

  @Test
  void mediaTypeOfAJsonBodyIsThatOfTheDocument() {
    answer("application/json", "null");
    Map<String, Object> patch = new LinkedHashMap<>();
    patch.put("gone", null);
    patch.put("big", 12345678901234567L);

    Object nothing = ((Maybe<?>) GeneratedClient.call(type, api, "patch", patch)).blockingGet();

    RecordedRequest request = taken();
    assertNull(nothing);
    assertEquals("application/merge-patch+json", request.getHeader("Content-Type"));
    assertEquals("{\"gone\":null,\"big\":12345678901234567}", request.getBody().readUtf8());
  }

  @Test
  void bodyMayBeLeftOutWhereTheDocumentSaysSo() {
    RecordedRequest without = send("optionalJson", new Object[] {null});
    RecordedRequest with = send("optionalJson", point("{\"x\":1}"));

    assertEquals(0, without.getBodySize());
    assertNull(without.getHeader("Content-Type"));
    assertEquals("{\"x\":1}", with.getBody().readUtf8());
    assertEquals("application/json", with.getHeader("Content-Type"));
  }

  @Test
  void deleteSendsItsBody() {
    RecordedRequest request = send("deleteWithBody", asList(1L, 2L));

    assertEquals("DELETE", request.getMethod());
    assertEquals("[1,2]", request.getBody().readUtf8());
  }

  @Test
  void elementsThatMayBeNullAreKept() {
    answer("application/json", "{\"a\":null,\"b\":1}");

    Object map =
        ((Single<?>) GeneratedClient.call(type, api, "gaps", asList("x", null))).blockingGet();

    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("a", null);
    expected.put("b", 1L);
    assertEquals("[\"x\",null]", taken().getBody().readUtf8());
    assertEquals(expected, map);
  }

  @Test
  void getHasNoBody() {
    assertEquals("GET", send("getWithBody").getMethod());
  }

  @Test
  void plainTextComesAndGoesWithoutQuotes() {
    answer("text/plain", "say \"hi\"");
    RequestBody body = RequestBody.create("hello", MediaType.get("text/plain"));

    Object text = ((Single<?>) GeneratedClient.call(type, api, "raw", body)).blockingGet();

    assertEquals("hello", taken().getBody().readUtf8());
    assertEquals("say \"hi\"", text);
  }

  @Test
  void binaryAnswerIsAStream() throws IOException {
    answer("application/pdf", "%PDF");

    try (ResponseBody body =
        (ResponseBody)
            ((Single<?>) GeneratedClient.call(type, api, "optionalRaw", new Object[] {null}))
                .blockingGet()) {
      assertEquals("%PDF", body.string());
    }
    assertEquals(0, taken().getBodySize());
  }

  @Test
  void jsonTextIsUnquoted() {
    answer("application/json", "\"hi\"");

    assertEquals("hi", ((Single<?>) GeneratedClient.call(type, api, "text")).blockingGet());
  }

  @Test
  void nullIsAnEmptyMaybeWhereTheDocumentAllowsIt() {
    answer("application/json", "null");

    assertTrue(((Maybe<?>) GeneratedClient.call(type, api, "nullable")).isEmpty().blockingGet());
  }

  @Test
  void nullIsAnErrorElsewhere() {
    answer("application/json", "null");

    assertThrows(
        JsonDataException.class,
        () -> ((Single<?>) GeneratedClient.call(type, api, "text")).blockingGet());
  }

  @Test
  void textAfterTheJsonIsAnError() {
    answer("application/json", "\"hi\" \"ho\"");

    assertThrows(
        Exception.class, () -> ((Single<?>) GeneratedClient.call(type, api, "text")).blockingGet());
  }

  @Test
  void emptyAnswerWhereJsonIsPromisedIsAnError() {
    answer("application/json", "");

    Throwable error =
        assertThrows(
            RuntimeException.class,
            () -> ((Single<?>) GeneratedClient.call(type, api, "text")).blockingGet());
    assertTrue(error.getCause() instanceof EOFException, error.toString());
  }

  @Test
  void noContentIsAnEmptyMaybeWhereTheDocumentAllowsIt() {
    server.enqueue(new MockResponse().setResponseCode(204));

    assertTrue(
        ((Maybe<?>) GeneratedClient.call(type, api, "createdOrNothing")).isEmpty().blockingGet());
  }

  @Test
  void headAsksForNoContent() {
    server.enqueue(new MockResponse());

    ((Completable) GeneratedClient.call(type, api, "exists")).blockingAwait();

    assertEquals("HEAD", taken().getMethod());
  }

  @Test
  void acceptNamesTheOneOfSeveralMediaTypes() {
    answer("application/json", "5");

    Object five = ((Single<?>) GeneratedClient.call(type, api, "traced")).blockingGet();

    RecordedRequest request = taken();
    assertEquals(5L, five);
    assertEquals("TRACE", request.getMethod());
    assertEquals("application/json", request.getHeader("Accept"));
  }

  @Test
  void wholeResponseHasStatusAndHeadersOfAnErrorToo() {
    server.enqueue(new MockResponse().setResponseCode(503).setHeader("Retry-After", "7"));

    Response<?> response =
        (Response<?>)
            ((Single<?>) GeneratedClient.call(type, api, "textWithHttpInfo")).blockingGet();

    assertEquals(503, response.code());
    assertEquals("7", response.headers().get("Retry-After"));
  }

  @Test
  void whatCannotBeSentStandsInTheReport() {
    String report = text(folder.resolve("generator-report.txt"));

    assertTrue(report.contains("path parameter undeclared is not declared"), report);
    assertTrue(report.contains("the path has no place for parameter ghost"), report);
    assertTrue(report.contains("OkHttp sends no body with GET"), report);
    assertTrue(report.contains("header parameter not a name"), report);
    assertFalse(report.contains("Nothing was given up on"), report);
  }

  private static String text(Path file) {
    try {
      return java.nio.file.Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
