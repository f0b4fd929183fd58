package io.github.datalab4j;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.Collections;
import okio.ByteString;
import org.junit.jupiter.api.Test;

class ErrorBodyTest {
  /** Where time grew by the square, this one would take hours. */
  @Test
  void titlesThatAreNeverClosedAreReadInLinearTime() {
    String page = "<html>" + new String(new char[1_000_000]).replace("\0", "<title");

    assertEquals(
        "an HTML page", assertTimeoutPreemptively(ofMinutes(2), () -> body(page).summary()));
  }

  @Test
  void titleMayHaveAttributes() {
    assertEquals(
        "an HTML page titled \"Bad gateway\"",
        body("<html><TITLE lang='en'> Bad\n gateway </TITLE>").summary());
  }

  private static ErrorBody body(String text) {
    return ErrorBody.read(ByteString.encodeUtf8(text), ApiKey.of(KeyHunt.KEY));
  }

  @Test
  void aLocationThatIsNoListIsItsOnlyStep() {
    assertEquals(Collections.singletonList(7L), item("7").location());
    assertEquals(Collections.singletonList("body"), item("\"body\"").location());
    assertEquals(Collections.emptyList(), item("null").location());
  }

  @Test
  void aReasonThatIsNoObjectIsItsOwnMessage() {
    ErrorDetail detail = body("{\"detail\":[\"too large\",7]}").detail();

    assertEquals("too large", detail.items().get(0).message());
    assertEquals("7", detail.items().get(1).message());
  }

  @Test
  void whatIsCutOffEndsInAWholeCharacter() {
    String fits = letters(200);

    assertEquals(fits, body(fits).summary());
    assertEquals(letters(199) + "…", body(fits + "a").summary());
    assertEquals(letters(197) + "😀…", body(letters(197) + "😀aa").summary());
    assertEquals(letters(198) + "…", body(letters(198) + "😀a").summary());
  }

  private static String letters(int number) {
    return String.join("", Collections.nCopies(number, "a"));
  }

  private static ErrorDetail.Item item(String location) {
    return body("{\"detail\":[{\"loc\":" + location + ",\"msg\":\"m\",\"type\":\"t\"}]}")
        .detail()
        .items()
        .get(0);
  }
}
