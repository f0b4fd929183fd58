package io.github.datalab4j.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The jar, as it is handed out, in a process of its own. */
class DatalabJarIT extends RunTest {
  private static final Pattern TOKEN = Pattern.compile("dl4j1\\.[A-Za-z0-9_-]+");

  private static final String NO_SIGNALS = "There are no signals to be sent there.";

  private JarProcess jar;

  @AfterEach
  void endTheProcess() throws Exception {
    if (jar != null) {
      jar.end();
    }
  }

  @Test
  void tellsItsVersion() throws Exception {
    jar = JarProcess.start("--version");
    assertEquals(0, jar.exitCode());
    assertEquals("datalab " + Version.number(), jar.out().lines().findFirst().orElse(""));
    assertEquals("", jar.err());
  }

  @Test
  void showsTheDemoWithoutKeyAndArguments() throws Exception {
    jar = JarProcess.start();
    assertEquals(0, jar.exitCode(), jar.err());
    assertTrue(jar.err().contains("This is a SIMULATION"), jar.err());
    assertTrue(jar.out().startsWith("processor_id cp_demo1"), jar.out());
  }

  @Test
  void doesTheMainJob() throws Exception {
    jar = JarProcess.on(simulator, iterating("--page", "report.pdf:3=Skip the stamp"));
    assertEquals(0, jar.exitCode(), jar.err());
    assertEquals("report.pdf", simulator.iterations().get(0).files().get(0).fileName());
    assertFalse(jar.err().contains("WARNING"), jar.err());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_SIGNALS)
  void endsWith130AndTheTokenAtSigint() throws Exception {
    simulator.nextJob(Job.neverEnding());
    jar = JarProcess.on(simulator, iterating());
    simulator.awaitRequest(On.STATUS.call(2), 60, SECONDS);
    jar.interrupt();
    assertEquals(130, jar.exitCode(), jar.err());
    assertTokenIsPrinted();
    assertTrue(simulator.awaitOpenConnections(0, 20, SECONDS));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_SIGNALS)
  void endsWith143AndTheTokenAtSigterm() throws Exception {
    simulator.nextJob(Job.neverEnding());
    jar = JarProcess.on(simulator, iterating());
    simulator.awaitRequest(On.STATUS.call(2), 60, SECONDS);
    jar.terminate();
    assertEquals(143, jar.exitCode(), jar.err());
    assertTokenIsPrinted();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_SIGNALS)
  void theTokenOfAnInterruptResumes() throws Exception {
    simulator.nextJob(Job.completing().after(30));
    jar = JarProcess.on(simulator, iterating());
    simulator.awaitRequest(On.STATUS.call(2), 60, SECONDS);
    jar.interrupt();
    assertEquals(130, jar.exitCode(), jar.err());
    String token = TOKEN.matcher(jar.err()).results().findFirst().orElseThrow().group();
    jar = JarProcess.on(simulator, "resume", token, "--poll", "fixed:10ms");
    assertEquals(0, jar.exitCode(), jar.err());
    assertEquals(1, simulator.iterations().size());
  }

  @Test
  void eventsCanBeReadWhileTheJobRuns() throws Exception {
    simulator.nextJob(Job.neverEnding());
    jar = JarProcess.on(simulator, iterating("--json"));
    BufferedReader events = jar.reader();
    String line = events.readLine();
    while (line != null && !line.startsWith("{\"event\":\"status\",\"status\":\"processing\"")) {
      line = events.readLine();
    }
    assertNotNull(line, jar::err);
  }

  @Test
  void aReaderThatGoesEndsItWithoutATrace() throws Exception {
    simulator.nextJob(Job.neverEnding());
    jar = JarProcess.on(simulator, iterating("--json"));
    BufferedReader events = jar.reader();
    assertNotNull(events.readLine());
    events.close();
    assertEquals(130, jar.exitCode(), jar.err());
    assertFalse(jar.err().contains("Exception"), jar.err());
    assertTrue(jar.err().contains("Nobody reads the output any more"), jar.err());
  }

  @Test
  void drawsNothingWhereThereIsNoTerminal() throws Exception {
    jar = JarProcess.on(simulator, iterating());
    assertEquals(0, jar.exitCode(), jar.err());
    assertFalse(jar.err().contains("\u001b"), jar.err());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "LC_ALL says nothing there")
  void aNameThatTheLocaleDoesNotKnowIsOneLine() throws Exception {
    jar =
        JarProcess.in(
            environment -> environment.put("LC_ALL", "C"),
            simulator,
            iterating("--file", "f\u00fcr.pdf"));
    assertEquals(2, jar.exitCode(), jar.err());
    assertEquals(1, jar.err().lines().count(), jar.err());
  }

  @Test
  void holdsTheLicencesOfWhatItHolds() throws IOException {
    try (JarFile file = new JarFile(JarProcess.JAR.toFile())) {
      String listed =
          new String(
              file.getInputStream(file.getJarEntry("META-INF/THIRD-PARTY.txt")).readAllBytes(),
              UTF_8);
      assertTrue(listed.contains("com.squareup.retrofit2:retrofit:"), listed);
      assertFalse(listed.contains("junit"), listed);
    }
  }

  private String[] iterating(String... more) {
    return arguments(
        more,
        "iterate",
        "cp_12345",
        "--request",
        "Better",
        "--file",
        report.toString(),
        "--poll",
        "fixed:10ms");
  }

  /** Once at the start and once at the end. */
  private void assertTokenIsPrinted() {
    String story = jar.err().substring(jar.err().indexOf("datalab: Interrupted"));
    assertTrue(story.contains("The job goes on at the service. To watch it again:"), jar.err());
    assertEquals(1, TOKEN.matcher(story).results().count(), jar.err());
    assertTrue(story.contains("  java -jar target/datalab.jar resume dl4j1."), jar.err());
  }
}
