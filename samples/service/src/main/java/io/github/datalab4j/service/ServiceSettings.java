package io.github.datalab4j.service;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the service is told from outside.
 *
 * @param apiKey of the Datalab account; DATALAB_API_KEY
 * @param baseUrl of Datalab, empty for the real one; DATALAB_BASE_URL
 * @param host the name by which browsers reach the service through a proxy on this machine, or
 *     empty; SERVICE_HOST
 * @param uploadFolder where documents are until they are sent; SERVICE_UPLOAD_FOLDER
 * @param uploadsAtOnce how many documents this instance takes before some are sent, at least 1
 * @param requestsPerMinute how many requests all instances together may make, 1 to 1,000,000
 * @param keepWatching whether jobs are watched to their end though no browser looks
 * @param heartbeat how often this instance renews its leases, at least 1 s; they last three of
 *     these
 * @param pollEvery a fixed interval of polls, at least 1 ms, in place of the client's default, or
 *     null
 */
@ConfigurationProperties("service")
record ServiceSettings(
    String apiKey,
    String baseUrl,
    String host,
    String uploadFolder,
    int uploadsAtOnce,
    int requestsPerMinute,
    boolean keepWatching,
    Duration heartbeat,
    @Nullable Duration pollEvery) {
  private static final int MOST_REQUESTS = 1_000_000;
  private static final Duration SHORTEST_HEARTBEAT = Duration.ofSeconds(1);

  ServiceSettings {
    if (apiKey.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no API key: set the environment variable DATALAB_API_KEY.");
    }
    if (uploadsAtOnce < 1) {
      throw wrong("uploads-at-once", "at least 1", uploadsAtOnce);
    }
    if (requestsPerMinute < 1 || requestsPerMinute > MOST_REQUESTS) {
      throw wrong("requests-per-minute", "1 to " + MOST_REQUESTS, requestsPerMinute);
    }
    if (heartbeat.compareTo(SHORTEST_HEARTBEAT) < 0) { // leases are whole seconds
      throw wrong("heartbeat", "at least 1s", heartbeat.toMillis() + "ms");
    }
    if (pollEvery != null && pollEvery.toMillis() < 1) {
      throw wrong("poll-every", "at least 1ms", pollEvery.toNanos() + "ns");
    }
  }

  private static IllegalArgumentException wrong(String name, String allowed, Object given) {
    String variable = "SERVICE_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    return new IllegalArgumentException(
        variable + " (service." + name + ") must be " + allowed + ", was " + given + ".");
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
