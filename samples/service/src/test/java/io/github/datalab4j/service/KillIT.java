package io.github.datalab4j.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** One instance on its own H2 file, killed by the system. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // processes start slowly on a busy machine
class KillIT {
  @TempDir Path folder;
  private DatalabSimulator datalab;

  @BeforeEach
  void start() {
    datalab = DatalabSimulator.builder().apiKey("secret-key").processor("cp_12345").start();
  }

  @AfterEach
  void stop() {
    datalab.close();
  }

  @Test
  void aKilledServiceResumesItsJobs() throws Exception {
    datalab.nextJob(Job.completing().after(3).processorId("cp_new"));
    String id;
    try (ServiceProcess killed = service()) {
      Client client = new Client(killed.url());
      id = client.accepted("Keep footnotes");
      client.events(id).awaitState("processing");
      killed.kill();
    }

    try (ServiceProcess next = service()) {
      Client client = new Client(next.url());

      assertEquals(List.of("processing", "completed"), client.statesToTheEnd(id));
      assertFalse(next.output().contains("secret-key"), next.output());
    }
    assertEquals(1, datalab.iterations().size());
  }

  @Test
  void whatWasSentAndNotRecordedIsUnknownAndNotSentAgain() throws Exception {
    datalab.fault(On.ITERATE, Fault.stall());
    String id;
    try (ServiceProcess killed = service()) {
      id = new Client(killed.url()).accepted("Keep footnotes");
      datalab.awaitStalled(1, 1, TimeUnit.MINUTES);
      killed.kill();
    }
    datalab.clearFaults().release();

    try (ServiceProcess next = service()) {
      List<String> states = new Client(next.url()).statesToTheEnd(id);

      assertEquals("unknown", states.get(states.size() - 1));
    }
    assertEquals(1, datalab.requests(On.ITERATE).size());
  }

  @Test
  void documentsOfAKilledServiceAreDeletedAtTheNextStart() throws Exception {
    datalab.fault(On.ITERATE, Fault.stall());
    try (ServiceProcess killed = service()) {
      new Client(killed.url()).accepted("Keep footnotes");
      datalab.awaitStalled(1, 1, TimeUnit.MINUTES);
      assertEquals(1, documents());
    }

    try (ServiceProcess next = service()) {
      next.url();

      assertEquals(0, documents());
    }
    datalab.release();
  }

  @Test
  void withoutAKeyItSaysWhatToDo() throws Exception {
    try (ServiceProcess process = ServiceProcess.start(folder, Map.of("DATALAB_API_KEY", ""))) {
      Executable start = process::url;
      Throwable error = assertThrows(ExecutionException.class, start);

      assertTrue(String.valueOf(error).contains("DATALAB_API_KEY"), String.valueOf(error));
    }
  }

  private long documents() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("datalab-uploads"))) {
      return files.filter(file -> file.toString().endsWith(".upload")).count();
    }
  }

  private ServiceProcess service() throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("DATALAB_API_KEY", "secret-key");
    environment.put("DATALAB_BASE_URL", datalab.url());
    environment.put("SERVICE_HEARTBEAT", "1s");
    environment.put("SERVICE_POLL_EVERY", "200ms");
    return ServiceProcess.start(folder, environment);
  }
}
