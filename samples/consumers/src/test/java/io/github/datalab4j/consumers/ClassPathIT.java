package io.github.datalab4j.consumers;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program in Java 8, checked against the classes that Java 8 has. */
@Timeout(value = 15, unit = MINUTES)
final class ClassPathIT {
  private static OutsiderBuild build;

  @BeforeAll
  static void compile() throws Exception {
    build = OutsiderBuild.of("plain");
    build.maven("process-classes");
  }

  @Test
  void runsOnTheJavaOfThisBuild() throws Exception {
    JavaHome java = JavaHome.current();

    Story.of(arguments -> build.onClassPath(java, "example.Consumer", arguments));
  }

  @Test
  void runsOnTheNewestJavaOfThisMachine() throws Exception {
    JavaHome java = JavaHome.newest();
    assumeTrue(
        java.version() > JavaHome.current().version(),
        () -> "there is no JDK newer than " + java.version() + " beside " + java.folder());

    Story.of(arguments -> build.onClassPath(java, "example.Consumer", arguments));
  }

  @Test
  void isMadeOfClassFilesOfJava8() throws Exception {
    try (InputStream file =
        Files.newInputStream(build.folder().resolve("target/classes/example/Consumer.class"))) {
      byte[] head = file.readNBytes(8);

      assertArrayEquals(new byte[] {0, 52}, new byte[] {head[6], head[7]});
    }
  }
}
