package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is handed over as a resume token. */
class ResumeTokenFuzzTest {
  private static final Datalab CLIENT = Datalab.builder().apiKey(KeyHunt.KEY).build();

  static Stream<byte[]> tokens() {
    String origin = "https://www.datalab.to";
    return KeyHunt.seeds(
        ResumeToken.of(origin, "k_1").toString(),
        ResumeToken.of(origin, "/api/v1/custom_processors/k?q=%C3%A4").toString(),
        ResumeToken.of(origin, "//evil.example/k").toString(),
        ResumeToken.of(origin, "a b/c").toString(),
        ResumeToken.of("https://evil.example", "/k").toString(),
        "dl4j2.AAAA",
        "dl4j1.aHR0cHM6Ly93d3cuZGF0YWxhYi50bwprXzGHsix4",
        "dl4j1.",
        "k_1");
  }

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @MethodSource("tokens")
  @FuzzTest
  void isTheTextOfWhatItSaysOrATypedError(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      assertEquals(text, ResumeToken.parse(text).toString());
      assertEquals(text, CLIENT.customProcessors().resume(text).token().blockingGet());
    } catch (InvalidTokenException | UntrustedAddressException refused) {
      KeyHunt.assertNoneIn(refused);
    }
  }
}
