package io.github.datalab4j.service;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
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
    String name = "service_" + ++databases;
    JdbcClient.create(pool()).sql("create database " + name).update();
    return server.getJdbcUrl("postgres", name);
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
