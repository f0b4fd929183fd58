package io.github.datalab4j.consumers;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void theClassesOfOkHttpAreThereOnce() throws IOException {
    try (Stream<Path> files = Files.list(build.folder().resolve("target/lib"))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(n -> n.startsWith("okhttp-jvm"))
              .toList();

      assertEquals(List.of("okhttp-jvm-5.5.1.jar"), names);
    }
  }
}
