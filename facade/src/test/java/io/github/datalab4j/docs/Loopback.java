package io.github.datalab4j.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.rule.Canary;
import io.github.datalab4j.rule.Traffic;
import io.github.datalab4j.rule.WatchedListener;
import io.github.datalab4j.simulator.DatalabSimulator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulated service, and a client of it that polls every 5 ms. After each test: every connection
 * is closed, those too of clients that the code of a page builds; of this client each was given
 * back before, and the key went to no other port.
 */
final class Loopback implements AfterEachCallback {
  static final String KEY = Canary.KEY;

  final DatalabSimulator simulator =
      DatalabSimulator.builder().apiKey(KEY).processor("cp_12345").start();
  private final Traffic traffic = new Traffic();
  final Datalab datalab = builder().build();

  Datalab.Builder builder() {
    return Datalab.builder()
        .apiKey(KEY)
        .baseUrl(simulator.url())
        .pollPolicy(PollPolicy.fixed(5, TimeUnit.MILLISECONDS))
        .eventListener(new WatchedListener())
        .configureOkHttp(traffic::watch);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    try {
      traffic.assertAllReleased();
      datalab.close();
      assertTrue(
          simulator.awaitOpenConnections(0, 30, TimeUnit.SECONDS), "connections are still open");
      traffic.assertKeyWentOnlyTo(simulator.port());
    } finally {
      simulator.close();
    }
  }
}
