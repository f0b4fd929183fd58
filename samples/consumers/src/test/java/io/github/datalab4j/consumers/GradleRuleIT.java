package io.github.datalab4j.consumers;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What Gradle would take by its rule for POMs, of all versions that are asked for the highest,
 * where Maven takes the nearest. Gradle itself is not run, and its own metadata, which some
 * libraries publish beside their POMs, are not read.
 */
@Timeout(value = 15, unit = MINUTES)
final class GradleRuleIT {
  private static final Pattern REQUEST = Pattern.compile("([\\w.-]+:[\\w.-]+):jar:([\\w.-]+)");
  private static final Pattern NAMED =
      Pattern.compile(
          "<dependency>\\s*<groupId>(.+?)</groupId>\\s*<artifactId>(.+?)</artifactId>"
              + "\\s*<version>(.+?)</version>");
  private static final Pattern OF_ITS_OWN =
      Pattern.compile(
          "META-INF/(MANIFEST\\.MF|maven/.*|LICENSE.*|NOTICE.*"
              + "|versions/9/module-info\\.class)|.*/");

  /** It has no classes; by their metadata Gradle takes okio-jvm in its place. */
  private static final Pattern OKIO = Pattern.compile("okio-\\d.*");

  private static final Map<String, String> HIGHEST = new TreeMap<>();
  private static OutsiderBuild build;

  @BeforeAll
  static void resolve() throws Exception {
    build = OutsiderBuild.of("plain");
    String pom = Files.readString(build.folder().resolve("pom.xml"));
    while (higherIsAskedFor()) {
      Files.writeString(
          build.folder().resolve("pom.xml"),
          pom.replaceFirst("<dependencies>", "<dependencies>" + managed()));
    }
    build.maven("compile");
  }

  /** The versions of one round bring others with them. */
  private static boolean higherIsAskedFor() throws Exception {
    build.maven("dependency:tree", "-Dverbose", "-Dscope=runtime", "-DoutputFile=tree.txt");
    Matcher request = REQUEST.matcher(Files.readString(build.folder().resolve("tree.txt")));
    boolean higher = false;
    while (request.find()) {
      String known = HIGHEST.get(request.group(1));
      if (known == null || isHigher(request.group(2), known)) {
        HIGHEST.put(request.group(1), request.group(2));
        higher = true;
      }
    }
    assertFalse(HIGHEST.isEmpty());
    return higher;
  }

  private static boolean isHigher(String version, String than) {
    return Version.parse(version).compareTo(Version.parse(than)) > 0;
  }

  private static String managed() {
    StringBuilder all = new StringBuilder();
    HIGHEST.forEach(
        (name, version) -> {
          int colon = name.indexOf(':');
          all.append("<dependency><groupId>").append(name, 0, colon);
          all.append("</groupId><artifactId>").append(name.substring(colon + 1));
          all.append("</artifactId><version>").append(version).append("</version></dependency>");
        });
    return all.toString();
  }

  @Test
  void theProgramRunsOnWhatGradleWouldTake() throws Exception {
    JavaHome java = JavaHome.current();

    Story.of(arguments -> build.onClassPath(java, "example.Consumer", arguments));
  }

  @Test
  void noVersionThatOurPomsNameIsRaisedByAnother() throws IOException {
    int named = 0;
    for (Published published : List.of(Published.FACADE, Published.CLIENT)) {
      Matcher dependency = NAMED.matcher(Files.readString(published.pom()));
      while (dependency.find()) {
        String name = dependency.group(1) + ":" + dependency.group(2);
        assertEquals(dependency.group(3), HIGHEST.get(name), name);
        named++;
      }
    }
    assertTrue(named > 0);
  }

  @Test
  void noFileStandsInTwoJars() throws IOException {
    Map<String, List<String>> jars = new TreeMap<>();
    try (Stream<Path> libraries = Files.list(build.folder().resolve("target/lib"))) {
      for (Path library : (Iterable<Path>) libraries.filter(GradleRuleIT::isTaken)::iterator) {
        try (JarFile jar = new JarFile(library.toFile())) {
          jar.stream()
              .map(JarEntry::getName)
              .filter(name -> !OF_ITS_OWN.matcher(name).matches())
              .forEach(
                  name ->
                      jars.computeIfAbsent(name, key -> new ArrayList<>())
                          .add(library.getFileName().toString()));
        }
      }
    }
    assertFalse(jars.isEmpty());
    jars.values().removeIf(holders -> holders.size() == 1);

    assertEquals(Map.of(), jars);
  }

  private static boolean isTaken(Path library) {
    return !OKIO.matcher(library.getFileName().toString()).matches();
  }
}
