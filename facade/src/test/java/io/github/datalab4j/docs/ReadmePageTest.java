package io.github.datalab4j.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.rule.Canary;
import io.github.datalab4j.simulator.Job;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of the project's README.md. */
class ReadmePageTest {
  @RegisterExtension final Loopback loopback = new Loopback();

  @Test
  void theProgramDoesTheMainJobWithTheEnvironmentAlone() throws Exception {
    loopback.simulator.nextJob(Job.completing().after(1));

    List<String> printed = run(fileOfTheCommand());

    assertEquals(Arrays.asList("processing", "completed"), printed.subList(0, 2));
    assertTrue(printed.get(2).startsWith("processor cp_12345, pipeline pl_"), () -> "" + printed);
    assertFalse(Canary.isIn(printed), printed::toString);
    assertEquals(1, loopback.simulator.iterations().size());
  }

  @Test
  void aJobGoesOnInAnotherProcess() {
    CustomProcessors processors = loopback.datalab.customProcessors();
    Iteration iteration = Iteration.builder("Keep footnotes with their tables").build();
    // region resume
    String token = processors.iterate("cp_12345", iteration).token().blockingGet(); // store it

    GenerationJob same = processors.resume(token); // later, elsewhere: nothing is sent again
    String processorId = same.result().blockingGet().processorId();
    // endregion
    assertEquals("cp_12345", processorId);
    assertEquals(1, loopback.simulator.iterations().size());
  }

  private static String fileOfTheCommand() throws IOException {
    Path project = Paths.get("..");
    String page = new String(Files.readAllBytes(project.resolve("README.md")), UTF_8);
    Matcher command = Pattern.compile("KeepFootnotes\\.java (\\S+)\n").matcher(page);
    assertTrue(command.find());
    return project.resolve(command.group(1)).toString();
  }

  private List<String> run(String file) throws IOException {
    String java = Paths.get(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    ProcessBuilder program =
        new ProcessBuilder(java, "-cp", classPath, KeepFootnotes.class.getName(), file);
    program.environment().put("DATALAB_API_KEY", Loopback.KEY);
    program.environment().put("DATALAB_BASE_URL", loopback.simulator.url());
    program.redirectErrorStream(true);
    List<String> lines = new ArrayList<>();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(program.start().getInputStream(), UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
      }
    }
    return lines;
  }
}
