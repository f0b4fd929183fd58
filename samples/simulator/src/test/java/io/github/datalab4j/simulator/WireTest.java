package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every test over real HTTP has: a simulator and a client, and nothing left at the end. */
abstract class WireTest {
  final ManualTime time = new ManualTime();
  DatalabSimulator datalab = start(DatalabSimulator.builder());
  Client client = new Client(datalab);

  final DatalabSimulator start(SimulatorBuilder builder) {
    return builder.apiKey(Client.KEY).processor("cp_12345").time(time).start();
  }

  /** Replaces the simulator by one of other settings. */
  final void restart(SimulatorBuilder builder) {
    closeBoth();
    datalab = start(builder);
    client = new Client(datalab);
  }

  private void closeBoth() {
    client.close();
    datalab.close();
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
