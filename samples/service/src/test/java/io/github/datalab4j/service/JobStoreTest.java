package io.github.datalab4j.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.datalab4j.DatalabException.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A job whose sender is cut off for longer than its lease, so that another calls it unknown. */
class JobStoreTest {
  private static final String JOB = "job";

  private final DriverManagerDataSource database =
      new DriverManagerDataSource("jdbc:h2:mem:jobs;DB_CLOSE_DELAY=-1");
  private final JdbcClient sql = JdbcClient.create(database);
  private final JobStore sender = store();
  private final JobStore other = store();

  @BeforeEach
  void callUnknown() {
    sql.sql("drop all objects").update();
    DatabasePopulatorUtils.execute(
        new ResourceDatabasePopulator(new ClassPathResource("schema.sql")), database);
    sender.insert(JOB, "cp_1", "scan.pdf");
    sql.sql("update job set lease_until = current_timestamp").update();
    other.markUnknown();
    assertEquals(JobState.UNKNOWN, row().state());
  }

  @Test
  void aSenderThatLivesTakesItsJobBack() {
    assertEquals(List.of(JOB), sender.renew(List.of(JOB)));
    other.markUnknown(); // the lease is renewed

    assertEquals(JobState.SENDING, row().state());
    assertNull(row().problemKind());
  }

  @Test
  void nobodyElseTakesIt() {
    assertEquals(List.of(), other.renew(List.of(JOB)));

    assertEquals(JobState.UNKNOWN, row().state());
  }

  @Test
  void whatTheSenderKnowsReplacesTheGuess() {
    sender.ended(JOB, JobState.SENDING, JobState.REFUSED, Kind.REQUEST_REFUSED, "402");

    assertEquals(JobState.REFUSED, row().state());
    assertEquals(Kind.REQUEST_REFUSED.wireName(), row().problemKind());
  }

  @Test
  void theTokenReplacesTheGuess() {
    sender.accepted(JOB, "token");

    assertEquals(JobState.PROCESSING, row().state());
    assertNull(row().problemKind());
  }

  @Test
  void whatTheSenderItselfDoesNotKnowStaysUnknown() {
    sender.ended(JOB, JobState.SENDING, JobState.UNKNOWN, Kind.SUBMISSION_UNKNOWN, "A reset.");

    assertEquals(List.of(), sender.renew(List.of(JOB)));
    assertEquals("A reset.", row().problemDetail());
  }

  private JobRow row() {
    return other.find(JOB).orElseThrow();
  }

  private JobStore store() {
    return new JobStore(
        sql, new ServiceSettings("key", "", "", "", 1, 1, false, Duration.ofSeconds(1), null));
  }
}
