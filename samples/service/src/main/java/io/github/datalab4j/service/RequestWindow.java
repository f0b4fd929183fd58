package io.github.datalab4j.service;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The requests of all instances that Datalab may have counted within its last minute: those that
 * are under way, and those that ended less than a minute ago. They are rows in PostgreSQL, by its
 * clock. Every method blocks.
 */
final class RequestWindow {
  /** A minute, and a second for what was given up and arrives after its end. */
  private static final Duration AFTER_ITS_END = Duration.ofSeconds(61);

  /** What a killed instance had under way ends by itself: no request of the client is longer. */
  private static final Duration LONGEST = Duration.ofMinutes(10).plus(AFTER_ITS_END);

  /** How often a full window is looked at: a request that ends early makes room early. */
  private static final double LOOK = 1;

  private static final long LOCK = 0x6461_7461_6c61_6234L; // of this window, in this database

  private final int limit;
  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final String instance = UUID.randomUUID().toString();

  RequestWindow(int limit, DataSource pool) {
    this.limit = limit;
    this.sql = JdbcClient.create(pool); // of the same pool: else it is in no transaction of ours
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  /**
   * Begins a request, if fewer than the limit count now.
   *
   * @return 0, or how many nanoseconds to wait before trying again
   */
  long begin() {
    return Objects.requireNonNull(transaction.execute(status -> inTurn()));
  }

  /** One of the requests that this instance has begun is over. */
  void end() {
    sql.sql(
            "update budget_request set ended = true,"
                + " counts_until = clock_timestamp() + :kept * interval '1 second'"
                + " where id = (select id from budget_request where owner = :me and not ended"
                + " order by id limit 1 for update skip locked)")
        .param("kept", AFTER_ITS_END.toSeconds())
        .param("me", instance)
        .update();
  }

  /** The lock comes first, so that what is counted is what the one before has left. */
  private long inTurn() {
    sql.sql("select pg_advisory_xact_lock(:lock)")
        .param("lock", LOCK)
        .query((row, number) -> true)
        .single();
    sql.sql("delete from budget_request where counts_until <= clock_timestamp()").update();
    int begun =
        sql.sql(
                "insert into budget_request (owner, ended, counts_until)"
                    + " select :me, false, clock_timestamp() + :longest * interval '1 second'"
                    + " where (select count(*) from budget_request) < :limit")
            .param("me", instance)
            .param("longest", LONGEST.toSeconds())
            .param("limit", limit)
            .update();
    return begun == 1 ? 0 : untilRoomNanos();
  }

  private long untilRoomNanos() {
    double seconds =
        sql.sql(
                "select extract(epoch from min(counts_until) - clock_timestamp())"
                    + " from budget_request")
            .query(Double.class)
            .single();
    return (long) (Math.min(LOOK, Math.max(0.001, seconds)) * TimeUnit.SECONDS.toNanos(1));
  }
}
