package io.github.datalab4j.consumers;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same program with OkHttp 5, which Maven has to be told of. */
@Timeout(value = 15, unit = MINUTES)
final class OkHttp5IT {
  private static OutsiderBuild build;

  @BeforeAll
  static void compile() throws Exception {
    build = OutsiderBuild.of("plain", "okhttp5");
    build.maven("compile");
  }

  @Test
  void runsOnOkHttp5() throws Exception {
    JavaHome java = JavaHome.current();

    Story.of(arguments -> build.onClassPath(java, "example.Consumer", arguments));
  }

  @Test
  void theClassesOfOkHttpAreThereOnceAndOf5() throws IOException {
    try (Stream<Path> files = Files.list(build.folder().resolve("target/lib"))) {
      List<String> names =
          files.filter(OkHttp5IT::isOkHttp).map(file -> file.getFileName().toString()).toList();

      assertEquals(1, names.size(), names::toString);
      assertTrue(names.get(0).startsWith("okhttp-jvm-5."), names::toString);
    }
  }

  private static boolean isOkHttp(Path library) {
    try (JarFile jar = new JarFile(library.toFile())) {
      return jar.getEntry("okhttp3/OkHttpClient.class") != null;
    } catch (IOException e) {
      throw new UncheckedIOException(library.toString(), e);
    }
  }
}
