package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.Canary;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatalabBuilderTest {
  private static final String KEY = Canary.KEY;

  @Test
  void defaultIsTheServiceItself() {
    try (Datalab client = Datalab.builder().apiKey(KEY).build()) {
      assertEquals("Datalab{https://www.datalab.to/}", client.toString());
    }
  }

  @Test
  void environmentGivesKeyAndAddress() {
    Map<String, String> environment = new HashMap<>();
    environment.put("DATALAB_API_KEY", KEY);
    environment.put("DATALAB_BASE_URL", "http://127.0.0.1:8080/x");

    try (Datalab client = Datalab.builder().fromEnvironment(environment).build()) {
      assertEquals("Datalab{http://127.0.0.1:8080/x/}", client.toString());
    }
  }

  @Test
  void emptyEnvironmentChangesNothing() {
    Map<String, String> environment = new HashMap<>();
    environment.put("DATALAB_API_KEY", "");
    environment.put("DATALAB_BASE_URL", "");

    try (Datalab client = Datalab.builder().apiKey(KEY).fromEnvironment(environment).build()) {
      assertEquals("Datalab{https://www.datalab.to/}", client.toString());
    }
  }

  @Test
  void everySettingGoesOnWithTheSameBuilder() {
    Datalab.Builder builder = Datalab.builder();

    assertSame(builder, builder.fromEnvironment());
    assertSame(builder, builder.maxJsonDepth(10));
    assertSame(builder, builder.maxResponseBytes(1));
    assertSame(builder, builder.random(new Random()));
    assertSame(builder, builder.submitTimeout(Duration.ofMinutes(1)));
  }

  @Test
  void missingKeySaysWhereToPutIt() {
    Datalab.Builder builder = Datalab.builder().fromEnvironment(Collections.emptyMap());

    IllegalArgumentException error = assertThrows(IllegalArgumentException.class, builder::build);

    assertTrue(String.valueOf(error.getMessage()).contains("DATALAB_API_KEY"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "key\n", "schlüssel"})
  void keyThatNoHeaderCarriesIsRefusedWithoutShowingIt(String key) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Datalab.builder().apiKey(key).build());

    assertFalse(String.valueOf(error.getMessage()).contains("schl"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "www.datalab.to", "ftp://www.datalab.to", "https://", "https://a b"})
  void malformedAddressIsRefused(String url) {
    Datalab.Builder builder = Datalab.builder().apiKey(KEY).baseUrl(url);

    assertThrows(IllegalArgumentException.class, builder::build);
  }

  @Test
  void plainHttpToAnotherMachineMustBeAskedFor() {
    Datalab.Builder builder = Datalab.builder().apiKey(KEY).baseUrl("http://example.org");

    assertThrows(IllegalArgumentException.class, builder::build);
    builder.allowInsecureHttp().build().close();
  }

  @Test
  void boundsMustBePositive() {
    Datalab.Builder builder = Datalab.builder();

    assertThrows(IllegalArgumentException.class, () -> builder.maxResponseBytes(0));
    assertThrows(IllegalArgumentException.class, () -> builder.maxJsonDepth(0));
    assertThrows(IllegalArgumentException.class, () -> builder.submitTimeout(0, TimeUnit.SECONDS));
    assertThrows(
        IllegalArgumentException.class, () -> builder.submitTimeout(Duration.ofSeconds(-1)));
  }

  @Test
  void textMasksTheKey() {
    String text = Datalab.builder().apiKey(KEY).toString();

    assertFalse(text.contains(KEY), text);
    assertTrue(text.contains("***"), text);
  }

  @Test
  void okHttpConfigurationThatThrowsIsNotSwallowed() {
    Datalab.Builder builder =
        Datalab.builder()
            .apiKey(KEY)
            .configureOkHttp(
                okHttp -> {
                  throw new IllegalStateException("no proxy");
                });

    assertThrows(IllegalStateException.class, builder::build);
  }
}
