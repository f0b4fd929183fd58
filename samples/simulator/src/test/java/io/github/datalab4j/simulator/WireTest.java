package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every test over real HTTP has: a simulator and a client, and nothing left at the end. */
abstract class WireTest {
  final ManualTime time = new ManualTime();
  DatalabSimulator datalab = start(DatalabSimulator.builder().time(time));
  Client client = new Client(datalab);

  final DatalabSimulator start(SimulatorBuilder builder) {
    return builder.apiKey(Client.KEY).processor("cp_12345").start();
  }

  /** Replaces the simulator by one of other settings, by the same time. */
  final void restart(SimulatorBuilder builder) {
    restart(builder, time);
  }

  final void restart(SimulatorBuilder builder, SimulatorTime time) {
    closeBoth();
    datalab = start(builder.time(time));
    client = new Client(datalab);
  }

  private void closeBoth() {
    client.close();
    datalab.close();
  }

  /** Lets the one stalled connection go on, once it is one. */
  final void releaseStall() throws InterruptedException {
    assertTrue(datalab.awaitStalled(1, 10, TimeUnit.SECONDS));
    datalab.release();
  }

  @BeforeEach
  final void onlyOneSimulatorRuns() {
    assertEquals(1, simulatorThreads().size());
  }

  @AfterEach
  final void nothingIsLeft() {
    closeBoth();
    assertEquals(0, datalab.openConnections(), "open connections");
    assertEquals(0, simulatorThreads().size(), "threads of simulators");
  }

  static List<String> simulatorThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("datalab-simulator") || name.startsWith("globalEvent"))
        .collect(Collectors.toList());
  }
}
