package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A poll that was not over in time means what the head of its answer says, if that has come. */
class PollAnswerTest {
  private final IOException late = new IOException("late");

  @Test
  void withoutAHeadItIsAFailure() {
    PollAnswer<String> answer = PollAnswer.late(late, null);

    assertEquals(PollAnswer.Kind.BAD, answer.kind());
    assertEquals(0, answer.retryAfterMillis());
  }

  @ParameterizedTest
  @CsvSource({"200, BAD", "503, BAD", "429, THROTTLED"})
  void itsHeadSaysWhetherItCountsAndForHowLongToWait(int code, PollAnswer.Kind kind) {
    Response head =
        new Response.Builder()
            .request(new Request.Builder().url("https://h.example").build())
            .protocol(Protocol.HTTP_1_1)
            .code(code)
            .message("")
            .header("Retry-After", "3")
            .build();

    PollAnswer<String> answer = PollAnswer.late(late, head);

    assertEquals(kind, answer.kind());
    assertEquals(3_000, answer.retryAfterMillis());
    assertEquals(late, answer.error());
  }
}
