package io.github.datalab4j.service;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A real PostgreSQL, from a jar; it refuses to run as root, where the library asks unshare(1). */
final class Postgres implements AutoCloseable {
  private final EmbeddedPostgres server;
  private int databases;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts one, or skips the test where there is none for this machine. */
  static Postgres start() throws IOException {
    String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    assumeTrue(
        machine.toLowerCase(Locale.ROOT).equals("linux amd64"),
        "The embedded PostgreSQL is for Linux on amd64; this is " + machine + ".");
    return new Postgres(EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(1)).start());
  }

  /** An empty database; its address. */
  String newDatabase() {
    databases++;
    JdbcClient.create(pool()).sql("create database " + database()).update();
    return server.getJdbcUrl("postgres", database());
  }

  /** The latest database goes away: its connections end, and no new ones are made. */
  void refuseConnections() {
    JdbcClient sql = JdbcClient.create(pool());
    sql.sql("alter database " + database() + " allow_connections false").update();
    sql.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = :name")
        .param("name", database())
        .query()
        .listOfRows();
  }

  /** Ends {@link #refuseConnections}. */
  void acceptConnections() {
    JdbcClient.create(pool())
        .sql("alter database " + database() + " allow_connections true")
        .update();
  }

  /** By its clock. */
  Instant now() {
    return JdbcClient.create(pool())
        .sql("select clock_timestamp()")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private String database() {
    return "service_" + databases;
  }

  DataSource pool() {
    return server.getPostgresDatabase();
  }

  void createSchema() {
    DatabasePopulatorUtils.execute(
        new ResourceDatabasePopulator(new ClassPathResource("schema.sql")), pool());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
