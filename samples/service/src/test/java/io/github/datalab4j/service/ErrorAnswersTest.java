package io.github.datalab4j.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.datalab4j.simulator.DatalabSimulator;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A service whose table has gone. */
class ErrorAnswersTest {
  private static final Logger ALL = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  @TempDir static Path folder;
  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
  private static DatalabSimulator datalab;
  private static RunningService service;

  @BeforeAll
  static void start() {
    datalab = DatalabSimulator.builder().anyProcessor().start();
    service = RunningService.start(datalab.url(), folder.resolve("jobs"), "--service.heartbeat=1h");
    service.sql("alter table job rename to elsewhere");
    LOG.list = new CopyOnWriteArrayList<>();
    LOG.start();
    ALL.addAppender(LOG);
  }

  @BeforeEach
  void forget() {
    LOG.list.clear();
  }

  @AfterAll
  static void stop() {
    ALL.detachAppender(LOG);
    service.close();
    datalab.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/jobs", "/api/jobs/1", "/api/jobs/1/events", "/api/jobs/1/result"})
  void whatFailsInsideIsAProblemWithoutItsCause(String path) throws Exception {
    assertAnswered(path, new Client(service.url()).get(path));
  }

  @Test
  void anUploadThatCannotBeRecordedIsAProblemToo() throws Exception {
    byte[] scan = "%PDF-1.7".getBytes(UTF_8);

    assertAnswered(
        "/api/jobs", new Client(service.url()).upload("cp_1", "Better", "scan.pdf", scan));
  }

  private void assertAnswered(String path, Client.Answer answer) {
    assertEquals("application/problem+json", answer.contentType());
    assertEquals(
        "{\"detail\":\"The service could not answer; its log says why.\",\"instance\":\""
            + path
            + "\",\"status\":500,\"title\":\"Internal Server Error\"}",
        answer.body());
    assertEquals(
        List.of(path + " could not be answered."),
        LOG.list.stream()
            .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
            .filter(event -> !event.getThreadName().startsWith("scheduling-")) // the heartbeat
            .map(ILoggingEvent::getFormattedMessage)
            .toList());
  }
}
