package io.github.datalab4j.consumers;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The story in Kotlin, with coroutines: warnings are errors, nullness is that of JSpecify. */
@Timeout(value = 15, unit = MINUTES)
final class KotlinIT {
  private static final Path PROGRAM = Path.of("src/main/kotlin/example");

  private OutsiderBuild build;

  @BeforeEach
  void copy() throws Exception {
    build = OutsiderBuild.of("kotlin");
  }

  @Test
  void runsWithoutAnAssertionOfNonNull() throws Exception {
    assertFalse(
        Files.readString(build.folder().resolve(PROGRAM.resolve("Consumer.kt"))).contains("!!"));
    build.maven("compile");
    JavaHome java = JavaHome.current();

    Story.of(arguments -> build.onClassPath(java, "example.ConsumerKt", arguments));
  }

  @Test
  void aCancelledCoroutineStopsTheWatch() throws Exception {
    build.maven("compile");

    String printed = build.onClassPath(JavaHome.current(), "example.LeavingKt", List.of());

    assertEquals(List.of("asFlow stops: true", "await stops: true"), printed.lines().toList());
  }

  @Test
  void nullnessIsCheckedByTheCompiler() throws Exception {
    Files.copy(
        build.folder().resolve("wrong/Wrong.kt"),
        build.folder().resolve(PROGRAM.resolve("Wrong.kt")));

    String said = build.failingMaven("compile");

    assertTrue(said.contains("Null cannot be a value of a non-null type"), said);
    assertTrue(said.contains("Only safe (?.) or non-null asserted (!!.) calls are allowed"), said);
  }
}
