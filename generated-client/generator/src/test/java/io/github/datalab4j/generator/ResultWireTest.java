package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonDataException;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Response;

/** What becomes of each kind of answer. */
final class ResultWireTest {
  @RegisterExtension final WireFixture wire = new WireFixture();

  @Test
  void plainTextComesAndGoesWithoutQuotes() {
    wire.answer("text/plain", "say \"hi\"");
    RequestBody body = RequestBody.create("hello", MediaType.get("text/plain"));

    Object text = ((Single<?>) wire.call("raw", body)).blockingGet();

    assertEquals("hello", wire.taken().getBody().readUtf8());
    assertEquals("say \"hi\"", text);
  }

  @Test
  void binaryAnswerIsAStream() throws IOException {
    wire.answer("application/pdf", "%PDF");

    try (ResponseBody body =
        (ResponseBody) ((Single<?>) wire.call("optionalRaw", new Object[] {null})).blockingGet()) {
      assertEquals("%PDF", body.string());
    }
    assertEquals(0, wire.taken().getBodySize());
  }

  @Test
  void jsonTextIsUnquoted() {
    wire.answer("application/json", "\"hi\"");

    assertEquals("hi", ((Single<?>) wire.call("text")).blockingGet());
  }

  @Test
  void textOfAnyMediaTypeIsJsonWhereItsMediaTypeSaysSo() {
    wire.answer("text/plain;charset=UTF-8", "say \"hi\"");
    assertEquals("say \"hi\"", textOfAnyMediaType());

    wire.answer("application/json", "\"hi\"");
    assertEquals("hi", textOfAnyMediaType());
  }

  private Object textOfAnyMediaType() {
    return ((Single<?>) wire.call("textOfAnyMediaType")).blockingGet();
  }

  @Test
  void nullIsAnEmptyMaybeWhereTheDocumentAllowsIt() {
    wire.answer("application/json", "null");

    assertTrue(((Maybe<?>) wire.call("nullable")).isEmpty().blockingGet());
  }

  @Test
  void nullIsAnErrorElsewhere() {
    wire.answer("application/json", "null");

    assertThrows(JsonDataException.class, () -> ((Single<?>) wire.call("text")).blockingGet());
  }

  @Test
  void textAfterTheJsonIsAnError() {
    wire.answer("application/json", "\"hi\" \"ho\"");

    assertThrows(Exception.class, () -> ((Single<?>) wire.call("text")).blockingGet());
  }

  @Test
  void emptyAnswerWhereJsonIsPromisedIsAnError() {
    wire.answer("application/json", "");

    Throwable error =
        assertThrows(RuntimeException.class, () -> ((Single<?>) wire.call("text")).blockingGet());
    assertTrue(error.getCause() instanceof EOFException, error.toString());
  }

  @Test
  void noContentIsAnEmptyMaybeWhereTheDocumentAllowsIt() {
    wire.server().enqueue(new MockResponse().setResponseCode(204));

    assertTrue(((Maybe<?>) wire.call("createdOrNothing")).isEmpty().blockingGet());
  }

  @Test
  void emptyAnswerIsAnEmptyMaybeWhereOneOfTheAnswersHasNoContent() {
    wire.server().enqueue(new MockResponse().setResponseCode(202));

    assertTrue(((Maybe<?>) wire.call("createdOrNothing")).isEmpty().blockingGet());
  }

  @Test
  void headAsksForNoContent() {
    wire.server().enqueue(new MockResponse());

    ((Completable) wire.call("exists")).blockingAwait();

    assertEquals("HEAD", wire.taken().getMethod());
  }

  @Test
  void acceptNamesTheOneOfSeveralMediaTypes() {
    wire.answer("application/json", "5");

    Object five = ((Single<?>) wire.call("traced")).blockingGet();

    RecordedRequest request = wire.taken();
    assertEquals(5L, five);
    assertEquals("TRACE", request.getMethod());
    assertEquals("application/json", request.getHeader("Accept"));
  }

  @Test
  void wholeResponseHasStatusAndHeadersOfAnErrorToo() {
    wire.server().enqueue(new MockResponse().setResponseCode(503).setHeader("Retry-After", "7"));

    Response<?> response = (Response<?>) ((Single<?>) wire.call("textWithHttpInfo")).blockingGet();

    assertEquals(503, response.code());
    assertEquals("7", response.headers().get("Retry-After"));
  }

  @Test
  void whatCannotBeSentStandsInTheReport() {
    String report = text(wire.folder().resolve("generator-report.txt"));

    assertTrue(report.contains("path parameter undeclared is not declared"), report);
    assertTrue(report.contains("the path has no place for parameter ghost"), report);
    assertTrue(report.contains("OkHttp sends no body with GET"), report);
    assertTrue(report.contains("header parameter not a name"), report);
    assertTrue(report.contains("header parameter Content-Length: the HTTP client sets"), report);
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
