package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.Phase;
import io.github.datalab4j.simulator.ReceivedIteration;
import io.reactivex.rxjava3.observers.TestObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.Request;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that change while they are sent, and servers that do not listen to the end. */
class UploadFaultsTest {
  /** More than the buffers between here and there hold while the server reads nothing. */
  private static final long LARGE = 8_000_000;

  @RegisterExtension final Online online = new Online();

  @TempDir Path folder;

  @Test
  void fileThatShrinksWhileItIsSentMakesNoJob() throws Exception {
    Path file = file();

    NotSentException error = sentWhile(file, () -> setLength(file, 1_000));

    assertTrue(error.getMessage().contains("shrank"), error::getMessage);
  }

  @Test
  void fileThatGrowsWhileItIsSentMakesNoJob() throws Exception {
    Path file = file();

    NotSentException error = sentWhile(file, () -> setLength(file, LARGE + 1));

    assertTrue(error.getMessage().contains("grew"), error::getMessage);
  }

  @Test
  void fileThatIsThereAgainIsSentByTheNextSubscriber() throws Exception {
    Path file = file();
    GenerationJob job = job(Document.of(file));
    Files.delete(file);

    NotSentException error = Online.failure(job.result(), NotSentException.class);
    setLength(file, 1_000);
    Online.await(job.result());

    assertTrue(error.getMessage().contains(file.getFileName().toString()), error::getMessage);
    assertEquals(1, online.simulator().iterations().size());
  }

  /** As on POSIX: what is open can be read to its end. */
  @Test
  void fileThatIsDeletedWhileItIsSentIsSentAllTheSame() throws Exception {
    Path file = file();
    online.simulator().fault(On.ITERATE, Fault.stall().at(Phase.REQUEST_BODY).afterBytes(1));
    TestObserver<GeneratedProcessor> result = job(Document.of(file)).result().test();
    assertTrue(online.simulator().awaitStalled(1, 30, TimeUnit.SECONDS));

    Files.delete(file);
    online.simulator().release();

    result.awaitDone(30, TimeUnit.SECONDS).assertComplete();
  }

  @ParameterizedTest
  @MethodSource("io.github.datalab4j.Thrown#anything")
  void sourceThatThrowsAnythingMakesNoJob(Throwable thrown) {
    Document document =
        Document.of(
            "a.pdf",
            3,
            () -> {
              throw Thrown.undeclared(thrown);
            });

    NotSentException error = Online.failure(job(document).result(), NotSentException.class);

    assertEquals(
        thrown, assertInstanceOf(UnreadableDocumentException.class, error.getCause()).getCause());
  }

  @Test
  void sourceThatOpensOnlyOnceIsSentOnce() {
    Online.await(job(once()).result());

    assertEquals(3, sent().files().get(0).size());
  }

  @Test
  void sourceThatOpensOnlyOnceCannotBeSentAgainAndSaysSo() {
    online.simulator().fault(On.ITERATE.call(1), Fault.reset().at(Phase.REQUEST_HEAD));
    Document small = once();
    Document large = Document.of("b.pdf", LARGE, () -> new Zeros(LARGE));
    GenerationJob job =
        online
            .client()
            .customProcessors()
            .iterate(Online.PROCESSOR, Iteration.builder("r").file(small).file(large).build());

    Online.failure(job.result(), NotSentException.class);
    NotSentException again = Online.failure(job.result(), NotSentException.class);

    assertTrue(again.getMessage().contains("opened before"), again::getMessage);
    assertTrue(online.simulator().iterations().isEmpty());
  }

  /** Whether the answer is read or lost to the reset that follows it, no job was made. */
  @ParameterizedTest
  @ValueSource(ints = {408, 500, 503, 529})
  void serverThatFailsAndClosesBeforeTheBodyIsOutHasMadeNoJob(int code) {
    online.simulator().fault(On.ITERATE.call(1), early(code));
    GenerationJob job = job(Document.of("a.pdf", LARGE, () -> new Zeros(LARGE)));

    NotSentException error = Online.failure(job.result(), NotSentException.class);

    assertEquals(SubmissionState.NOT_SENT, error.submission());
    Online.await(job.result());
    assertEquals(1, online.simulator().iterations().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 422})
  void serverThatRefusesAndClosesBeforeTheBodyIsOutHasMadeNoJob(int code) {
    online.simulator().fault(On.ITERATE, early(code));

    TestObserver<?> result =
        job(Document.of("a.pdf", LARGE, () -> new Zeros(LARGE))).result().test();

    result
        .awaitDone(30, TimeUnit.SECONDS)
        .assertError(
            error ->
                error instanceof NotSentException
                    || ((RequestRefusedException) error).statusCode() == code);
    assertTrue(online.simulator().iterations().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {417, 429})
  void anAnswerToTheHeadersAloneDoesNotTellOfWhatIsSentAfterIt(int code) {
    online.simulator().fault(On.ITERATE.call(1), early(code));
    online.simulator().fault(On.ITERATE.call(2), Fault.close().at(Phase.BEFORE_ANSWER));
    Interceptor asking =
        chain -> {
          Request first = chain.request().newBuilder().header("Expect", "100-continue").build();
          chain.proceed(first).close();
          return chain.proceed(chain.request());
        };
    Datalab client =
        online.client(
            online.builder().configureOkHttp(http -> online.watch(http).addInterceptor(asking)));

    Online.failure(
        job(client, Document.of("a.pdf", new byte[3])).result(), SubmissionUnknownException.class);
  }

  @Test
  void progressIsThatOfTheConnectionThoughLoggersReadTheBodyFirst() {
    Interceptor logger =
        chain -> {
          chain.request().body().writeTo(new Buffer());
          return chain.proceed(chain.request());
        };
    Datalab client =
        online.client(
            online
                .builder()
                .configureOkHttp(
                    http -> {
                      online.watch(http);
                      http.interceptors().add(chain -> logged(logger, chain));
                      http.networkInterceptors().add(chain -> logged(logger, chain));
                    }));
    Document document = Document.of("a.pdf", LARGE, () -> new Zeros(LARGE));

    List<JobEvent> events = Online.await(job(client, document).events());

    long before = -1;
    long total = -1;
    for (JobEvent event : events) {
      if (event instanceof JobEvent.Upload) {
        JobEvent.Upload upload = (JobEvent.Upload) event;
        assertTrue(upload.sentBytes() > before, events::toString);
        before = upload.sentBytes();
        total = upload.totalBytes();
      }
    }
    assertTrue(total > LARGE, events::toString);
    assertEquals(total, before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nX-Evil: 1\r\n\r\nb",
        "\"; filename=\"evil.pdf",
        "--boundary--\r\n",
        "\u0000\u0001\u007f",
        "größer, 図, \ud83d\udcc4, \u202e",
        "%0d%0a&=+",
      })
  void requestArrivesToTheLetter(String request) {
    Iteration iteration = Iteration.builder(request).build();

    Online.await(online.client().customProcessors().iterate(Online.PROCESSOR, iteration).result());

    assertEquals(request, sent().request());
    assertTrue(sent().files().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "größer, 図, \ud83d\udcc4.pdf",
        "%0d%0a%22.pdf",
        "a;b='c'; name=x.pdf",
        "..hidden.pdf",
        " .pdf",
      })
  void fileNameArrivesToTheLetter(String name) {
    Online.await(job(Document.of(name, new byte[] {1})).result());

    assertEquals(name, sent().files().get(0).fileName());
  }

  @Test
  void tenThousandCharactersArriveToTheLetter() {
    String name = longText() + ".pdf";
    Iteration iteration =
        Iteration.builder(longText())
            .file(
                Document.of(name, new byte[] {1}),
                FileInstructions.builder().general(longText()).build())
            .build();

    Online.await(online.client().customProcessors().iterate(Online.PROCESSOR, iteration).result());

    assertEquals(longText(), sent().request());
    assertEquals(name, sent().files().get(0).fileName());
    assertTrue(String.valueOf(sent().fileInstructions()).contains(name));
  }

  private static okhttp3.Response logged(Interceptor logger, Interceptor.Chain chain)
      throws IOException {
    return chain.request().body() == null
        ? chain.proceed(chain.request())
        : logger.intercept(chain);
  }

  private static Fault early(int code) {
    return Fault.answer(Answer.detail(code, "not now").closing()).at(Phase.REQUEST_HEAD);
  }

  private static Document once() {
    AtomicBoolean opened = new AtomicBoolean();
    return Document.of(
        "once.pdf",
        3,
        () -> {
          if (opened.getAndSet(true)) {
            throw new IOException("it was opened before");
          }
          return new ByteArrayInputStream(new byte[] {1, 2, 3});
        });
  }

  /** Sends the file and does that while the server reads nothing. */
  private NotSentException sentWhile(Path file, Change change) throws Exception {
    online.simulator().fault(On.ITERATE, Fault.stall().at(Phase.REQUEST_BODY).afterBytes(1));
    TestObserver<GeneratedProcessor> result = job(Document.of(file)).result().test();
    assertTrue(online.simulator().awaitStalled(1, 30, TimeUnit.SECONDS));

    change.make();
    online.simulator().release();

    NotSentException error = Online.failure(result, NotSentException.class);
    assertInstanceOf(UnreadableDocumentException.class, error.getCause());
    assertTrue(online.simulator().iterations().isEmpty());
    return error;
  }

  private interface Change {
    void make() throws IOException;
  }

  private Path file() throws IOException {
    Path file = folder.resolve("scan.pdf");
    setLength(file, LARGE);
    return file;
  }

  private static void setLength(Path path, long length) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(length);
    }
  }

  private GenerationJob job(Document document) {
    return job(online.client(), document);
  }

  private static GenerationJob job(Datalab client, Document document) {
    return client
        .customProcessors()
        .iterate(Online.PROCESSOR, Iteration.builder("r").file(document).build());
  }

  private ReceivedIteration sent() {
    return online.simulator().iterations().get(0);
  }

  private static String longText() {
    StringBuilder text = new StringBuilder();
    while (text.length() < 10_000) {
      text.append("ä1234567'9");
    }
    return text.toString();
  }
}
