package io.github.datalab4j.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceSettingsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void aLeaseLastsThreeHeartbeats() {
    assertEquals(Duration.ofSeconds(3), settings(200, SECOND, null).lease());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 333, 999})
  void aHeartbeatTooShortForALeaseIsRefused(long millis) {
    assertRefused(
        "SERVICE_HEARTBEAT (service.heartbeat) must be at least 1s, was " + millis + "ms.",
        200,
        Duration.ofMillis(millis),
        null);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_000_001})
  void aBudgetThatNobodyHasIsRefused(int perMinute) {
    assertRefused(
        "SERVICE_REQUESTS_PER_MINUTE (service.requests-per-minute) must be 1 to 1000000, was "
            + perMinute
            + ".",
        perMinute,
        SECOND,
        null);
  }

  @Test
  void pollsWithoutAPauseAreRefused() {
    assertRefused(
        "SERVICE_POLL_EVERY (service.poll-every) must be at least 1ms, was 0ns.",
        200,
        SECOND,
        Duration.ZERO);
  }

  private static void assertRefused(
      String sentence, int perMinute, Duration heartbeat, @Nullable Duration pollEvery) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> settings(perMinute, heartbeat, pollEvery));
    assertEquals(sentence, refusal.getMessage());
  }

  private static ServiceSettings settings(
      int perMinute, Duration heartbeat, @Nullable Duration pollEvery) {
    return new ServiceSettings("key", "", "", "", 1, perMinute, false, heartbeat, pollEvery);
  }
}
