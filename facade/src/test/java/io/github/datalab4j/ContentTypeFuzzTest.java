package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.datalab4j.client.PlainTextResponse;
import io.reactivex.rxjava3.core.Single;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import okhttp3.MediaType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Response;
import retrofit2.http.GET;

/** Any Content-Type with any charset: of a text that is read, and of a document that is sent. */
class ContentTypeFuzzTest {
  private static final CannedAnswers ANSWERS = new CannedAnswers();
  private static final Texts TEXTS = ANSWERS.stack.unbudgetedApi(Texts.class);

  interface Texts {
    @GET("text")
    @PlainTextResponse
    Single<Response<String>> text();
  }

  static Stream<byte[]> answers() {
    return KeyHunt.seeds(
        "200\nContent-Type: text/plain; charset=utf-8\n\n\u00e9",
        "200\nContent-Type: text/plain; charset=\"UTF-16LE\"\n\na\u0000",
        "200\nContent-Type: text/plain; charset=no-such\n\nx",
        "200\nContent-Type: text/plain; charset=\"\"\n\nx",
        "200\nContent-Type: ;;;charset=x\n\n\u0000\u00fe\u00ff",
        "200\nContent-Type: text/plain; charset=utf-7; charset=ebcdic\n\n\ufeffx",
        "200\nContent-Type: application/pdf\n\n");
  }

  @AfterAll
  static void close() {
    ANSWERS.close();
  }

  @MethodSource("answers")
  @FuzzTest
  void textOfAnyCharsetIsRead(byte[] http) {
    Object end =
        ANSWERS.ask(http, TEXTS.text().map(answer -> (Object) answer).onErrorReturn(e -> e));

    assertEquals(CannedAnswers.code(http) / 100 == 2, isSuccess(end), () -> "was " + end);
    mediaType(new String(http, StandardCharsets.UTF_8));
  }

  private static boolean isSuccess(Object end) {
    Response<?> response = assertInstanceOf(Response.class, end);
    return response.isSuccessful();
  }

  private static void mediaType(String text) {
    String type = text.substring(text.indexOf(':') + 1).split("\n", 2)[0].trim();
    try {
      assertEquals(type, MediaTypes.check(type));
    } catch (IllegalArgumentException refused) {
      return;
    }
    assertEquals(type, String.valueOf(MediaType.parse(type)));
    assertTrue(type.chars().allMatch(c -> c >= ' ' && c <= '~'), type);
  }
}
