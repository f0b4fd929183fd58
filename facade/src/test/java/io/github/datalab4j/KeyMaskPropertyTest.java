package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okio.Buffer;
import okio.ByteString;

/** A service that echoes the key, each character of it escaped in any way or in none. */
class KeyMaskPropertyTest {
  private static final ApiKey KEY = ApiKey.of(KeyHunt.KEY);

  /** Ways to write a character; a backslash before the character itself is for the slash only. */
  private static final String[] FORMS =
      ("%c %%%02x %%%02X &#%d; &#x%X;" // as it stands, in a URL, in HTML
              + " \\%c \\u%04x \\u%04X \\u0026#%d;" // in JSON
              + " \\\\\\%c \\\\u%04x \\\\u0026#x%X;") // in JSON within JSON
          .split(" ");

  @Property
  void theKeyIsInNothingThatIsTakenFromAnErrorsBody(
      @ForAll("echoes") String echo, @ForAll("bodies") String body) {
    ErrorBody read = ErrorBody.read(ByteString.encodeUtf8(body.replace("KEY", echo)), KEY);

    assertFalse(String.valueOf(read.text()).contains(echo));
    KeyHunt.assertNone(read.text());
    KeyHunt.assertNone(read.excerpt());
    KeyHunt.assertNone(read.summary());
    KeyHunt.assertNone(read.string("error"));
    KeyHunt.assertNoneIn(read.detail());
  }

  @Property
  void anAnswerThatTellsTheKeyIsKnownByItsBytes(
      @ForAll("echoes") String echo, @ForAll("bodies") String body) throws IOException {
    Buffer json = new Buffer().writeUtf8(body.replace("KEY", echo));
    Object decoded = JsonTree.parse(json.snapshot());

    assertTrue(KEY.mayBeIn(json) || Objects.equals(KEY.maskAll(decoded), decoded));
  }

  @Provide
  Arbitrary<String> echoes() {
    return Arbitraries.of(FORMS)
        .list()
        .ofSize(KeyHunt.KEY.length())
        .map(
            chosen -> {
              StringBuilder echo = new StringBuilder();
              for (int i = 0; i < chosen.size(); i++) {
                int c = KeyHunt.KEY.charAt(i);
                String form = chosen.get(i);
                echo.append(String.format(c != '/' && form.endsWith("\\%c") ? "%c" : form, c));
              }
              return echo.toString();
            });
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.of(
        "KEY",
        "<html><title>KEY</title>",
        "{\"detail\":\"KEY\"}",
        "{\"detail\":{\"a\":[\"KEY\"]}}",
        "{\"detail\":[{\"loc\":[\"KEY\",\"KEY\"],\"msg\":\"KEY\",\"type\":\"KEY\"}]}",
        "{\"detail\":[{\"ctx\":{\"KEY\":[{\"KEY\":\"KEY\"}]},\"KEY\":1},\"KEY\"]}",
        "{\"error\":\"a KEYKEY b\"}");
  }
}
