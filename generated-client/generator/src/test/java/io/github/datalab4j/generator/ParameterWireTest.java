package io.github.datalab4j.generator;

import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.reactivex.rxjava3.core.Completable;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each kind of path, query, header, cookie and field is on the wire. */
final class ParameterWireTest {
  @RegisterExtension final WireFixture wire = new WireFixture();

  private String path(Object... arguments) {
    return wire.send("paths", arguments).getPath();
  }

  @Test
  void everyParameterIsDescribed() throws IOException {
    String source = Files.readString(wire.folder().resolve("java/generated/api/KindsApi.java"));
    int parameters = 0;
    for (Method method : wire.type("api.KindsApi").getMethods()) {
      parameters += method.getParameterCount();
    }

    assertEquals(parameters, source.split("\\* @param ", -1).length - 1);
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
            wire.point("{\"x\":1,\"y\":2}"),
            "u"));
  }

  @Test
  void matrixValuesHaveTheNamesOfTheDocument() {
    assertEquals(
        "/base/named/;my.id=v/;_ids=1;_ids=2", wire.send("named", "v", asList(1L, 2L)).getPath());
  }

  @Test
  void colonInTheFirstSegmentStays() {
    assertEquals("/base/act:now", wire.send("act").getPath());
  }

  @Test
  void colonInTheFirstSegmentIsEncodedBeforeValues() {
    assertEquals("/base/act%3Aon/7", wire.send("actOn", "7").getPath());
  }

  @Test
  void pathValuesCannotLeaveTheirPlace() {
    assertEquals(
        "/base/paths/a%2Fb%3F%23%25/x%2Cy,%2F/.l%2F/.1/;matrix=m%3B/;matrixes=1/x=1/%C3%BC%20",
        path(
            "a/b?#%",
            asList("x,y", "/"), "l/", asList(1L), "m;", asList(1L), wire.point("{\"x\":1}"), "ü "));
  }

  @Test
  void dotsAreNoPathValue() {
    Completable call = (Completable) wire.call("first", "..");

    assertThrows(IllegalArgumentException.class, call::blockingAwait);
    assertEquals(0, wire.server().getRequestCount());
  }

  @Test
  void emptyTextIsNoPathValue() {
    Completable call = (Completable) wire.call("first", "");

    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, call::blockingAwait);
    assertEquals("Path parameter \"first\" must not be empty.", error.getMessage());
  }

  @Test
  void colonInTheFirstValueDoesNotMakeAnotherAddress() {
    assertEquals("/base/http%3Aother.example", wire.send("first", "http:other.example").getPath());
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
    String path = wire.send("query", arguments).getPath();
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
    values.put("mode", wire.mode("very-accurate"));
    values.put("since", "2026-01-01T00:00:00");

    assertEquals(
        "&text=a%26b%3Dc%20d%2B%C3%A9&ratio=1.5&flag=true&mode=very-accurate"
            + "&since=2026-01-01T00%3A00%3A00",
        query(values));
  }

  @Test
  void unknownEnumValuesAreSentAsTheyAre() {
    assertEquals("&mode=brand-new", query("mode", wire.mode("brand-new")));
  }

  @Test
  void listsAreRepeatedByDefault() {
    assertEquals("&many=a&many=b%2Cc", query("many", asList("a", "b,c")));
    assertEquals("&modes=fast&modes=x", query("modes", asList(wire.mode("fast"), wire.mode("x"))));
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
    Object point = wire.point("{\"x\":1,\"y\":2}");
    Object line = wire.model("Line", "{\"from\":{\"x\":1},\"labels\":[\"a\",\"b c\"]}");

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
    assertEquals("&either=12", query("either", wire.model("QueryEither", "12")));
    assertEquals("&either=a", query("either", wire.model("QueryEither", "\"a\"")));
  }

  @Test
  void headersAreWrittenInTheSimpleStyle() {
    RecordedRequest request =
        wire.send(
            "headers", "id-1", asList(1L, 2L), wire.point("{\"x\":1,\"y\":2}"), null, null, null);

    assertEquals("id-1", request.getHeader("X-Id"));
    assertEquals(asList("1,2"), request.getHeaders().values("X-List"));
    assertEquals("x=1,y=2", request.getHeader("X-Point"));
    assertNull(request.getHeader("Cookie"));
  }

  @Test
  void cookiesAreJoinedInOneHeader() {
    RecordedRequest request =
        wire.send("headers", null, null, null, "ab=/+%20", 7L, wire.point("{\"x\":1,\"y\":2}"));

    assertEquals(
        asList("session=ab=/+%20; team=7; x=1; y=2"), request.getHeaders().values("Cookie"));
  }

  @Test
  void cookieValueCannotAddAnotherCookie() {
    RecordedRequest request = wire.send("headers", null, null, null, "a; admin=1\r\n", null, null);

    assertEquals("session=a%3B%20admin=1%0D%0A", request.getHeader("Cookie"));
  }

  @Test
  void fieldsAreRepeatedDelimitedNestedOrJson() {
    RecordedRequest request =
        wire.send(
            "form",
            "a&b",
            asList("r", "w"),
            wire.mode("fast"),
            wire.point("{\"x\":1}"),
            asList("p", "q"),
            wire.model("Line", "{\"from\":{\"x\":1}}"),
            null);

    assertEquals("application/x-www-form-urlencoded", request.getHeader("Content-Type"));
    assertEquals(
        "name=a%26b&scopes=r&scopes=w&mode=fast&point=%7B%22x%22%3A1%7D"
            + "&pipes=p%7Cq&deep%5Bfrom%5D%5Bx%5D=1",
        request.getBody().readUtf8());
  }
}
