package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The simulator in Java processes of their own. */
final class ProcessTest {
  @Test
  void asAProcessItTellsItsAddressServesAndEndsWithItsInput() throws Exception {
    Process process = start("-Xmx64m", SimulatorMain.class, "api-key=k", "seconds=0.5");
    try (BufferedReader out = reader(process)) {
      String url = out.readLine();
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create(url + "/api/v1/custom_pipelines/x").toURL().openConnection();

      assertEquals(401, connection.getResponseCode());
      process.getOutputStream().close();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void anArgumentThatIsNotKnownIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> SimulatorMain.main(new String[] {"speed=9"}));
  }

  @Test
  void aLargeUploadNeedsLittleMemory() throws Exception {
    long size = 256L << 20;
    Process process = start("-Xmx24m", LargeUpload.class, String.valueOf(size));
    try (BufferedReader out = reader(process)) {
      assertEquals(
          size + " a6d72ac7690f53be6ae46ba88506bd97302a093f7108472bd9efc3cefda06484",
          out.readLine());
    } finally {
      process.destroyForcibly();
    }
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static Process start(String heap, Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(heap, "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
