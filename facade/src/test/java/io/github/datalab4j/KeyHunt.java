package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.datalab4j.rule.Canary;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for the key, escaped or not, in everything that a user may print. */
final class KeyHunt {
  static final String KEY = Canary.KEY;

  private KeyHunt() {}

  static void assertNone(@Nullable Object shown) {
    assertFalse(Canary.isIn(String.valueOf(shown)), () -> "the key is in: " + shown);
  }

  static void assertNoneIn(DatalabException error) {
    for (Throwable each = error; each != null; each = each.getCause()) {
      assertNone(each.toString());
    }
    assertNone(error.token());
    if (error instanceof RequestRefusedException) {
      RequestRefusedException refused = (RequestRefusedException) error;
      assertNone(refused.body());
      assertNoneIn(refused.detail());
    }
    if (error instanceof ResponseNotUnderstoodException) {
      assertNone(((ResponseNotUnderstoodException) error).excerpt());
    }
  }

  static void assertNoneIn(@Nullable ErrorDetail detail) {
    if (detail == null) {
      return;
    }
    assertNone(detail.toString());
    for (ErrorDetail.Item item : detail.items()) {
      assertNone(item.location());
      assertNone(item.type());
      for (Map.Entry<String, @Nullable Object> extra : item.extras().entrySet()) {
        assertNone(extra);
      }
    }
  }

  /** Seeds of a fuzz target. */
  static Stream<byte[]> seeds(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }
}
