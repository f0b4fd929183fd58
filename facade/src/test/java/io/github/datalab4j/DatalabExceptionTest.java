package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.DatalabException.Kind;
import io.github.datalab4j.ServiceUnavailableException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatalabExceptionTest {
  private static IOException cause() {
    return new IOException("reset");
  }

  static Stream<DatalabException> ofCalls() {
    return Stream.of(
        new DeadlineExceededException(
            "late", cause(), SubmissionState.NOT_APPLICABLE, null, Statuses.PROCESSING),
        new UnknownJobException("gone", 410, SubmissionState.NOT_APPLICABLE, null),
        new RequestRefusedException(
            "no",
            422,
            ErrorDetail.ofText("no"),
            "{\"detail\":\"no\"}",
            SubmissionState.NOT_APPLICABLE,
            null),
        new ResponseNotUnderstoodException(
            "what", cause(), "$.status", "<html>", SubmissionState.NOT_APPLICABLE, null),
        new UntrustedAddressException("elsewhere", SubmissionState.NOT_APPLICABLE, null),
        new ServiceUnavailableException(
            "later", cause(), Reason.SERVER_ERROR, 503, 5000, SubmissionState.NOT_APPLICABLE, null),
        new ClientClosedException("closed", SubmissionState.NOT_APPLICABLE, null));
  }

  static Stream<DatalabException> all() {
    return Stream.concat(
        ofCalls(),
        Stream.of(
            new JobFailedException(Statuses.FAILED, "t"),
            new SubmissionUnknownException("lost", cause(), 0),
            new NotSentException("offline", cause()),
            new InvalidTokenException("damaged"),
            new TokenHookException("not stored", cause(), "t"),
            new WatchFailedException(cause(), "t")));
  }

  @ParameterizedTest
  @MethodSource("ofCalls")
  void aboutAnAcceptedJobItKeepsEverythingAndAddsTheToken(DatalabException error) {
    DatalabException told = error.withToken("t");

    assertEquals(error.getClass(), told.getClass());
    assertEquals("t", told.token());
    assertEquals(SubmissionState.ACCEPTED, told.submission());
    assertEquals(error.getMessage(), told.getMessage());
    assertSame(error.getCause(), told.getCause());
    assertArrayEquals(error.getStackTrace(), told.getStackTrace());
  }

  @ParameterizedTest
  @MethodSource("all")
  void javaSerializationKeepsWhatIsPromised(DatalabException error) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(error);
    }
    DatalabException read;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      read = (DatalabException) in.readObject();
    }

    assertEquals(error.kind(), read.kind());
    assertEquals(error.getMessage(), read.getMessage());
    assertEquals(error.token(), read.token());
    assertEquals(error.submission(), read.submission());
  }

  @Test
  void everyKindHasOneErrorAndItsOwnWord() {
    Set<String> words = new HashSet<>();
    all().forEach(error -> assertTrue(words.add(error.kind().wireName())));

    assertEquals(Kind.values().length, words.size());
  }

  @Test
  void failedJobSaysWhy() {
    assertEquals(
        "The job failed: No table found",
        new JobFailedException(Statuses.FAILED, "t").getMessage());
  }

  @Test
  void failedJobWithoutAReasonNamesItsStatus() {
    ProcessorStatus status = Statuses.of("complete", false, null);

    assertTrue(new JobFailedException(status, "t").getMessage().contains("'complete'"));
  }

  @Test
  void refusalKeepsDetailAndBodyWithTheToken() {
    RequestRefusedException told =
        (RequestRefusedException)
            new RequestRefusedException(
                    "no", 422, ErrorDetail.ofText("x"), "b", SubmissionState.REFUSED, null)
                .withToken("t");

    assertEquals(422, told.statusCode());
    assertEquals(ErrorDetail.ofText("x"), told.detail());
    assertEquals("b", told.body());
  }

  @Test
  void whatHasNoJobHasNoToken() {
    assertNull(new NotSentException("offline", cause()).withToken("t").token());
    assertNull(new SubmissionUnknownException("lost", cause(), 0).withToken("t").token());
  }
}
