package io.github.datalab4j.service;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the service is told from outside.
 *
 * @param apiKey of the Datalab account; DATALAB_API_KEY
 * @param baseUrl of Datalab, empty for the real one; DATALAB_BASE_URL
 * @param requestsPerMinute how many requests all instances together may make
 * @param keepWatching whether jobs are watched to their end though no browser looks
 * @param heartbeat how often this instance renews its leases; they last three of these
 * @param pollEvery a fixed interval of polls in place of the client's default, or null
 */
@ConfigurationProperties("service")
record ServiceSettings(
    String apiKey,
    String baseUrl,
    int requestsPerMinute,
    boolean keepWatching,
    Duration heartbeat,
    @Nullable Duration pollEvery) {
  ServiceSettings {
    if (apiKey.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no API key: set the environment variable DATALAB_API_KEY.");
    }
  }

  /** How long this instance owns a job after its last sign of life. */
  Duration lease() {
    return heartbeat.multipliedBy(3);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ServiceSettings[baseUrl=" + baseUrl + ", keepWatching=" + keepWatching + "]";
  }
}
