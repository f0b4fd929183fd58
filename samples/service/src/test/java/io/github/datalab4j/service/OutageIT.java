package io.github.datalab4j.service;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.On;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One instance on a PostgreSQL that goes away for a while. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OutageIT {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration LEASE = Duration.ofSeconds(9); // three heartbeats
  private static final long CONNECTION_TIMEOUT_MILLIS = 1_000;

  @AutoClose private static Postgres postgres;

  @TempDir Path folder;
  private DatalabSimulator datalab;
  private RunningService service;
  private JdbcClient database;

  @BeforeAll
  static void startPostgres() throws Exception {
    postgres = Postgres.start();
  }

  @BeforeEach
  void start() {
    String url = postgres.newDatabase();
    database = JdbcClient.create(new DriverManagerDataSource(url));
    datalab = DatalabSimulator.builder().anyProcessor().start();
    service =
        RunningService.start(
            datalab.url(),
            folder.resolve("unused"),
            "--spring.datasource.url=" + url,
            "--spring.datasource.hikari.connection-timeout=" + CONNECTION_TIMEOUT_MILLIS,
            "--service.heartbeat=3s");
  }

  @AfterEach
  void stop() {
    service.close();
    datalab.close();
  }

  @Test
  void aRefusalThatComesMeanwhileIsRecordedAfterwards() throws Exception {
    datalab.fault(On.ITERATE, Fault.stall());
    datalab.fault(On.ITERATE, Fault.status(402));
    String job = new Client(service.url()).accepted("Keep footnotes");
    datalab.awaitStalled(1, 1, TimeUnit.MINUTES);

    NotRecorded failed = new NotRecorded();
    postgres.refuseConnections();
    datalab.release();
    failed.await();
    postgres.acceptConnections();

    await().atMost(LONG).until(() -> !state(job).equals("SENDING"));
    assertEquals("REFUSED", state(job));
  }

  @Test
  void aLiveSenderHasALeaseOfTimeToComeBackToo() throws Exception {
    datalab.fault(On.ITERATE, Fault.stall());
    String ours = new Client(service.url()).accepted("Keep footnotes");
    datalab.awaitStalled(1, 1, TimeUnit.MINUTES);
    insertJobOfAnother("another");

    postgres.refuseConnections();
    Instant leasesEnd = postgres.now().plus(LEASE);
    await().atMost(LONG).until(() -> postgres.now().isAfter(leasesEnd));
    postgres.acceptConnections();
    await().atMost(LONG).until(() -> isLeased(ours));

    assertEquals("SENDING", state("another"));
    await().atMost(LONG).until(() -> state("another").equals("UNKNOWN")); // it died
    assertEquals("SENDING", state(ours));
  }

  private void insertJobOfAnother(String id) {
    database
        .sql(
            "insert into job (id, processor_id, file_name, state, owner, lease_until, created_at)"
                + " values (:id, 'cp_1', 'a.pdf', 'SENDING', 'another',"
                + " current_timestamp + make_interval(secs => :lease), current_timestamp)")
        .param("id", id)
        .param("lease", LEASE.toSeconds())
        .update();
  }

  private boolean isLeased(String id) {
    return database
        .sql("select lease_until > current_timestamp from job where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private String state(String id) {
    return database
        .sql("select state from job where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  /** Waits for the line of the log that says so. */
  private static final class NotRecorded extends AppenderBase<ILoggingEvent> {
    private final Logger log = (Logger) LoggerFactory.getLogger(Submissions.class);
    private final CountDownLatch told = new CountDownLatch(1);

    NotRecorded() {
      start();
      log.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent line) {
      if (line.getMessage().contains("not recorded yet")) {
        told.countDown();
      }
    }

    void await() throws InterruptedException {
      assertTrue(told.await(LONG.toSeconds(), TimeUnit.SECONDS));
      log.detachAppender(this);
    }
  }
}
