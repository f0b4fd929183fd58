package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.datalab4j.rule.OkHttpVersion;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.On;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import okhttp3.Interceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is thrown on the threads of OkHttp fails its call, is logged, and ends no application. */
class UncaughtTest {
  private static final Logger LOG = Logger.getLogger("io.github.datalab4j");

  @RegisterExtension final Online online = new Online();

  @Test
  void interimAnswersMayComeTwiceBeforeThatOfAPoll() {
    twoInterimAnswers(On.STATUS.call(1));

    Online.await(online.job().result());
  }

  @Test
  void submissionThatOkHttpCannotReadTheAnswerOfIsUnknown() {
    answersThatOkHttpCannotRead();

    Online.failure(online.job().token(), SubmissionUnknownException.class);
  }

  @Test
  void whatIsThrownIsLoggedAfterTheCallWasTold() throws Exception {
    Logged logged = new Logged();
    LOG.addHandler(logged);
    try {
      answersThatOkHttpCannotRead();
      Online.failure(online.job().token(), SubmissionUnknownException.class);

      assertTrue(logged.once.await(30, TimeUnit.SECONDS));
    } finally {
      LOG.removeHandler(logged);
    }
  }

  @Test
  void theLineDoesNotTellTheKey() throws Exception {
    Interceptor telling =
        chain -> {
          throw new IllegalStateException("cannot trace " + chain.request());
        };
    Datalab client =
        online.client(
            online
                .builder()
                .configureOkHttp(http -> online.watch(http).addNetworkInterceptor(telling)));
    Logged logged = new Logged();
    LOG.addHandler(logged);
    try {
      Online.failure(client.customProcessors().status("k"), ServiceUnavailableException.class);

      assertTrue(logged.once.await(30, TimeUnit.SECONDS));
    } finally {
      LOG.removeHandler(logged);
    }
    LogRecord line = logged.lines.get(0);
    assertTrue(line.getMessage().contains("cannot trace"), line.getMessage());
    assertTrue(line.getMessage().contains("X-API-Key:***"), line.getMessage());
    assertNull(line.getThrown());
  }

  @ParameterizedTest
  @MethodSource("io.github.datalab4j.Thrown#anything")
  void interceptorThatThrowsFailsItsPollOnly(Throwable thrown) {
    Interceptor broken =
        chain -> {
          if (chain.request().method().equals("GET")) {
            throw Thrown.undeclared(thrown);
          }
          return chain.proceed(chain.request());
        };
    PollPolicy policy = Online.FAST.toBuilder().failuresBorne(1).build();
    Datalab client =
        online.client(
            online
                .builder()
                .pollPolicy(policy)
                .configureOkHttp(http -> online.watch(http).addInterceptor(broken)));

    ServiceUnavailableException error =
        Online.failure(online.job(client).result(), ServiceUnavailableException.class);

    assertEquals(ServiceUnavailableException.Reason.TOO_MANY_FAILURES, error.reason());
  }

  /** OkHttp 4 throws on the second interim answer; OkHttp 5 reads on. */
  private void answersThatOkHttpCannotRead() {
    assumeTrue(OkHttpVersion.is4(), "OkHttp 5 reads any number of interim answers.");
    twoInterimAnswers(On.ITERATE);
  }

  private void twoInterimAnswers(On on) {
    online.simulator().fault(on, Fault.interim(102));
    online.simulator().fault(on, Fault.interim(102));
  }

  /** Waits for a line of the log. */
  private static final class Logged extends Handler {
    final CountDownLatch once = new CountDownLatch(1);
    final List<LogRecord> lines = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      if (line.getMessage().startsWith("A call failed")) {
        lines.add(line);
        once.countDown();
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
