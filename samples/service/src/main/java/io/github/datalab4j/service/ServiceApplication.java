package io.github.datalab4j.service;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.RequestBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.codec.multipart.DefaultPartHttpMessageReader;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service, and makes the client of Datalab that all of it shares. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(ServiceSettings.class)
public class ServiceApplication {
  public static void main(String[] args) {
    SpringApplication.run(ServiceApplication.class, args);
  }

  @Bean
  Datalab datalab(ServiceSettings settings, RequestBudget budget) {
    Datalab.Builder builder =
        Datalab.builder()
            .fromEnvironment(
                Map.of(
                    "DATALAB_API_KEY", settings.apiKey(), "DATALAB_BASE_URL", settings.baseUrl()))
            .applicationName("datalab-service")
            .requestBudget(budget);
    if (settings.pollEvery() != null) {
      builder.pollPolicy(PollPolicy.fixed(settings.pollEvery().toMillis(), TimeUnit.MILLISECONDS));
    }
    return builder.build();
  }

  /** Parts of forms go where the documents go. */
  @Bean
  CodecCustomizer partsOnDisk(UploadFolder folder) {
    return codecs ->
        codecs
            .defaultCodecs()
            .configureDefaultCodec(
                codec -> {
                  if (codec instanceof DefaultPartHttpMessageReader reader) {
                    store(reader, folder.path());
                  }
                });
  }

  private static void store(DefaultPartHttpMessageReader parts, Path folder) {
    try {
      parts.setFileStorageDirectory(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One budget for all instances on one PostgreSQL; H2 has but one instance. */
  @Bean
  RequestBudget requestBudget(
      @Value("${spring.datasource.url}") String url,
      ServiceSettings settings,
      DataSource pool,
      Database database) {
    return url.startsWith("jdbc:postgresql:")
        ? new SharedBudget(settings.requestsPerMinute(), pool, database)
        : RequestBudget.perMinute(settings.requestsPerMinute());
  }
}
