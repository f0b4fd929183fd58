package io.github.datalab4j.consumers;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same program as a module that requires ours. */
@Timeout(value = 15, unit = MINUTES)
final class ModulePathIT {
  private static OutsiderBuild build;

  @BeforeAll
  static void compile() throws Exception {
    build = OutsiderBuild.of("plain", "modules");
    build.maven("compile");
  }

  @Test
  void runsOnTheModulePath() throws Exception {
    JavaHome java = JavaHome.current();

    Story.of(arguments -> build.onModulePath(java, "example/example.Consumer", arguments));
  }

  @Test
  void noPackageIsInTwoModules() {
    Path libraries = build.folder().resolve("target/lib");
    Set<String> seen = new TreeSet<>();
    Set<String> twice = new TreeSet<>();
    for (ModuleReference module : ModuleFinder.of(libraries).findAll()) {
      for (String name : module.descriptor().packages()) {
        if (!seen.add(name)) {
          twice.add(name);
        }
      }
    }

    assertEquals(Set.of(), twice);
  }
}
