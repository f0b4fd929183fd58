package io.github.datalab4j.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service inside this process. */
final class RunningService implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private RunningService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts it on a port of its own; later settings win. */
  static RunningService start(String datalab, Path database, String... settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    arguments.add("--service.api-key=test-key");
    arguments.add("--service.base-url=" + datalab);
    arguments.add("--service.poll-every=100ms");
    arguments.add("--service.heartbeat=1s");
    arguments.add("--service.requests-per-minute=100000");
    arguments.add("--service.upload-folder=" + database.resolveSibling("uploads"));
    arguments.add("--spring.datasource.url=jdbc:h2:file:" + database + ";WRITE_DELAY=0");
    arguments.add("--spring.main.banner-mode=off");
    arguments.add("--spring.webflux.multipart.max-disk-usage-per-part=1MB");
    arguments.removeIf(ours -> Stream.of(settings).anyMatch(its -> isSameSetting(ours, its)));
    arguments.addAll(List.of(settings));
    return new RunningService(
        SpringApplication.run(ServiceApplication.class, arguments.toArray(new String[0])));
  }

  /** Spring would take both values, as a list. */
  private static boolean isSameSetting(String ours, String its) {
    return its.startsWith(ours.substring(0, ours.indexOf('=') + 1));
  }

  URI url() {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
  }

  JobStore store() {
    return context.getBean(JobStore.class);
  }

  /** Changes its database behind its back. */
  void sql(String statement) {
    context.getBean(JdbcClient.class).sql(statement).update();
  }

  /** One column of its database. */
  List<String> query(String query) {
    return context.getBean(JdbcClient.class).sql(query).query(String.class).list();
  }

  /** The jobs that it watches at Datalab. */
  Set<String> leading() {
    return context.getBean(Watches.class).leading();
  }

  @Override
  public void close() {
    context.close();
  }
}
