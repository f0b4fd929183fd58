package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import okio.Sink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known of a body that interceptors read, and that our connection sends. */
class UploadStateTest {
  private final RecordingWatch watch = new RecordingWatch();
  private final Upload upload = new Upload(watch);
  private final RequestBody body = upload.oneShot(RequestBody.create(new byte[0]));

  @Test
  void aBodyCannotBeCompletedOnceTheCallHasEnded() throws IOException {
    upload.start();
    upload.spent();

    assertThrows(IOException.class, upload::complete);
    assertFalse(upload.isOut());
  }

  @Test
  void itIsSentOnce() throws IOException {
    upload.start();
    upload.stop();

    assertThrows(IOException.class, upload::start);
  }

  @Test
  void theBodyOfAnotherSubmissionMayBeKept() throws IOException {
    upload.passes(new Upload(watch).oneShot(body));

    assertTrue(upload.isOut());
  }

  @Test
  void theAnswerThatCameLastIsTheOneThatCounts() throws IOException {
    Response byOtherMeans = answer();
    upload.arrived(received());

    upload.returned(byOtherMeans);

    assertSame(byOtherMeans, upload.response());
  }

  @Test
  void aRefusedEndDoesNotGoOutByAnotherFlush() throws IOException {
    watch.forbidden = true;
    Buffer connection = new Buffer();
    RequestBody insisting =
        new RequestBody() {
          @Override
          public @Nullable MediaType contentType() {
            return null;
          }

          @Override
          public long contentLength() {
            return 3;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8("abc");
            assertThrows(IOException.class, sink::flush);
            sink.flush();
          }
        };

    assertThrows(IOException.class, () -> new SentBody(insisting, upload).writeTo(connection));
    assertEquals(0, connection.size());
  }

  @Test
  void aBodyThatClosesWhatItIsWrittenToLeavesTheEndToOkHttp() throws IOException {
    watch.forbidden = true;
    AtomicBoolean closed = new AtomicBoolean();
    Sink connection =
        new ForwardingSink(new Buffer()) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    RequestBody closing =
        new RequestBody() {
          @Override
          public @Nullable MediaType contentType() {
            return null;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8("abc").close();
          }
        };

    assertThrows(
        IOException.class, () -> new SentBody(closing, upload).writeTo(Okio.buffer(connection)));
    assertFalse(closed.get());
    assertEquals(1, watch.asked);
  }

  @Test
  void aBodyOfARequestThatWasGivenUpIsNotReadElsewhere() throws IOException {
    watch.forbidden = true;

    assertThrows(IOException.class, upload::beginReadingBody);
    assertFalse(upload.isOut());
  }

  @Test
  void whatWasReadMayGoElsewhereUntilItsEndIsTold() throws IOException {
    copy();
    upload.passes(body);

    upload.passed(new IOException("refused"));

    assertTrue(upload.isOut());
  }

  @Test
  void soMayWhatAnotherBodyWasPutInPlaceOf() throws IOException {
    upload.passes(RequestBody.create(new byte[0]));

    upload.passed(new IOException("refused"));

    assertTrue(upload.isOut());
  }

  @Test
  void whatNobodyReadsGoesNowhereElse() throws IOException {
    upload.passes(body);

    upload.passed(new IOException("refused"));

    assertFalse(upload.isOut());
  }

  @Test
  void ourOwnErrorTellsThatNoCopyWentElsewhere() throws IOException {
    copy();
    IOException own = new IOException("refused");
    upload.passed(own);

    upload.failed(own);

    assertFalse(upload.isOut());
  }

  @Test
  void anotherErrorDoesNotTellIt() throws IOException {
    copy();
    IOException own = new IOException("refused");
    upload.passed(own);

    upload.failed(new IOException("both failed", own));

    assertTrue(upload.isOut());
  }

  @Test
  void anErrorOfANetworkInterceptorDoesNotTellIt() throws IOException {
    copy();
    upload.connected();
    upload.sent(new IOException("broken off"));
    IOException others = new IOException("lost");
    upload.passed(others);

    upload.failed(others);

    assertTrue(upload.isOut());
  }

  @Test
  void anAnswerOfOurConnectionTellsItPastNetworkInterceptors() throws IOException {
    copy();
    Response own = received();
    upload.connected();
    upload.sent(own.request());
    upload.answered(own.request());
    upload.passed(own);

    upload.returned(own);

    assertFalse(upload.isOut());
  }

  @Test
  void anAnswerOfANetworkInterceptorDoesNotTellIt() throws IOException {
    copy();
    Response others = received();
    upload.connected();
    upload.sent(answer().request());
    upload.answered(others.request());
    upload.passed(others);

    upload.returned(others);

    assertTrue(upload.isOut());
  }

  @Test
  void ourOwnAnswerTellsItThoughTheBodyWasReadOnceMore() throws IOException {
    Response own = received();
    upload.start();
    upload.complete();
    upload.stop();
    upload.passed(own);
    copy();
    upload.passed(new IOException("never sent twice"));

    upload.returned(own);

    assertTrue(upload.isTold());
  }

  @Test
  void anAnswerToTheHeadersAloneIsForgottenWhenTheBodyIsSent() throws IOException {
    upload.arrived(answer());
    upload.start();
    upload.complete();
    upload.stop();

    upload.failed(new IOException("lost"));

    assertNull(upload.response());
  }

  @Test
  void norDoesItTellAnythingWhereItIsHandedOnAllTheSame() throws IOException {
    Response early = received();
    upload.passed(early);
    upload.start();
    upload.complete();
    upload.stop();
    upload.passed(new IOException("lost"));

    upload.returned(early);

    assertFalse(upload.isTold());
  }

  @Test
  void aRetrierThatReadsNothingLeavesItKnown() throws IOException {
    upload.passes(body);
    upload.passes(upload.oneShot(body));
    upload.passes(body);

    upload.failed(new IOException("gave up"));

    assertFalse(upload.isOut());
  }

  @Test
  void ourOwnAnswerTellsItThoughItWasMadeAnew() throws IOException {
    copy();
    Response own = received();
    upload.passed(own);

    upload.returned(own.newBuilder().header("X-Seen", "yes").build());

    assertFalse(upload.isOut());
  }

  @Test
  void anotherAnswerDoesNotTellIt() throws IOException {
    copy();
    upload.passed(received());

    upload.returned(received());

    assertTrue(upload.isOut());
  }

  @Test
  void anErrorOfOursDoesNotTellItOfWhatIsReadAfterIt() throws IOException {
    copy();
    IOException own = new IOException("refused");
    upload.passed(own);
    copy();

    upload.failed(own);

    assertTrue(upload.isOut());
  }

  private void copy() throws IOException {
    int unused = upload.beginReadingBody();
    upload.endReading();
  }

  private static Response received() {
    return answer().newBuilder().networkResponse(answer()).build();
  }

  private static Response answer() {
    return new Response.Builder()
        .request(new Request.Builder().url("http://localhost/").build())
        .protocol(Protocol.HTTP_1_1)
        .code(503)
        .message("busy")
        .build();
  }
}
