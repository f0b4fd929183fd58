package io.github.datalab4j.docs;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.rule.Canary;
import io.github.datalab4j.simulator.DatalabSimulator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A simulated service, and a client of it that polls every 5 ms. */
final class Loopback implements BeforeEachCallback, AfterEachCallback {
  static final String KEY = Canary.KEY;

  final DatalabSimulator simulator =
      DatalabSimulator.builder().apiKey(KEY).processor("cp_12345").start();
  final Datalab datalab = builder().build();

  Datalab.Builder builder() {
    return Datalab.builder()
        .apiKey(KEY)
        .baseUrl(simulator.url())
        .pollPolicy(PollPolicy.fixed(5, TimeUnit.MILLISECONDS));
  }

  @Override
  public void beforeEach(ExtensionContext context) {}

  @Override
  public void afterEach(ExtensionContext context) {
    datalab.close();
    simulator.close();
  }
}
