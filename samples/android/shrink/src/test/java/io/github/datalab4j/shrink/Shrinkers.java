package io.github.datalab4j.shrink;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * R8 in full mode, ProGuard, and D8, as an application would run them: with the rules that the jars
 * bring, and one of its own for its entry point. There is no rule for this library anywhere.
 */
final class Shrinkers {
  private static final Path FOLDER = Paths.get("target", "shrunk").toAbsolutePath();

  private Shrinkers() {}

  /** A jar of class files. */
  static Path r8ToClasses(Class<?> entry) throws IOException, InterruptedException {
    Path output = FOLDER.resolve(entry.getSimpleName() + "-r8.jar");
    r8(entryRule(entry), Jars.program(), output, "--classfile");
    return output;
  }

  /**
   * An archive with {@code classes.dex}; its line numbers are in a mapping file, as with Gradle.
   */
  static Path r8ToDex(Class<?> entry) throws IOException, InterruptedException {
    Path output = FOLDER.resolve(entry.getSimpleName() + "-r8-dex.zip");
    Path mapping = FOLDER.resolve(entry.getSimpleName() + "-mapping.txt");
    r8(
        entryRule(entry),
        Jars.program(),
        output,
        "--min-api",
        "21",
        "--pg-map-output",
        mapping.toString());
    return output;
  }

  /**
   * The application to dex, for the first version that WorkManager runs on, with the rules that an
   * Android build makes of the manifests. Returns what R8 says.
   */
  static List<String> r8Application(Path mapping) throws Exception {
    Path rules = Files.createDirectories(FOLDER).resolve("application.pro");
    Files.write(rules, Manifests.rules(), StandardCharsets.UTF_8);
    return r8(
        rules,
        Jars.application(),
        FOLDER.resolve("application.zip"),
        "--min-api",
        "24",
        "--pg-map-output",
        mapping.toString());
  }

  /** Full mode is R8's default; it finds the rules inside jars by itself. */
  private static List<String> r8(Path rules, List<Path> program, Path output, String... kind)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(Arrays.asList(kind));
    arguments.add("--release");
    arguments.addAll(Arrays.asList("--pg-conf", rules.toString()));
    addLibraries(arguments);
    arguments.addAll(Arrays.asList("--output", output.toString()));
    program.forEach(jar -> arguments.add(jar.toString()));
    return JavaProgram.tool("com.android.tools.r8.R8", arguments);
  }

  /** What D8 says of our jars, the others being their class path. */
  static List<String> d8() throws IOException, InterruptedException {
    Path output = Files.createDirectories(FOLDER).resolve("d8.zip");
    List<String> arguments = new ArrayList<>(Arrays.asList("--min-api", "21", "--release"));
    addLibraries(arguments);
    arguments.addAll(Arrays.asList("--output", output.toString()));
    for (Path jar : Jars.program()) {
      if (!jar.getFileName().toString().startsWith("datalab4j")) {
        arguments.add("--classpath");
      }
      arguments.add(jar.toString());
    }
    return JavaProgram.tool("com.android.tools.r8.D8", arguments);
  }

  /** ProGuard looks into no jar for rules: they are taken out for it. */
  static Path proGuard(Class<?> entry) throws IOException, InterruptedException {
    Path output = FOLDER.resolve(entry.getSimpleName() + "-proguard.jar");
    List<String> lines = new ArrayList<>();
    for (Path jar : Jars.program()) {
      lines.add("-injars '" + jar + "'(!META-INF/**,!module-info.class)");
      lines.addAll(rulesIn(jar));
    }
    lines.add("-outjars '" + output + "'");
    lines.add("-libraryjars '" + Jars.android() + "'");
    for (String module : Arrays.asList("java.base", "java.logging")) {
      Path jmod = Jars.jdk().resolve("jmods").resolve(module + ".jmod");
      lines.add("-libraryjars '" + jmod + "'(!module-info.class)");
    }
    lines.add("-include '" + entryRule(entry) + "'");
    lines.add("-dontoptimize");
    Path configuration = FOLDER.resolve("proguard.pro");
    Files.write(configuration, lines, StandardCharsets.UTF_8);
    Files.deleteIfExists(output);
    JavaProgram.tool("proguard.ProGuard", Arrays.asList("@" + configuration));
    return output;
  }

  private static void addLibraries(List<String> arguments) {
    arguments.addAll(Arrays.asList("--lib", Jars.jdk().toString()));
    arguments.addAll(Arrays.asList("--lib", Jars.android().toString()));
  }

  private static Path entryRule(Class<?> entry) throws IOException {
    Path file = Files.createDirectories(FOLDER).resolve(entry.getSimpleName() + ".pro");
    String rule =
        "-keep class " + entry.getName() + " { public static void main(java.lang.String[]); }";
    return Files.write(file, rule.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> rulesIn(Path jar) throws IOException {
    List<String> rules = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().startsWith("META-INF/proguard/") && !entry.isDirectory()) {
          byte[] bytes = new byte[(int) entry.getSize()];
          try (DataInputStream in = new DataInputStream(zip.getInputStream(entry))) {
            in.readFully(bytes);
          }
          rules.add(new String(bytes, StandardCharsets.UTF_8));
        }
      }
    }
    return rules;
  }
}
