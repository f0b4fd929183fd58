package io.github.datalab4j.benchmarks.size;

import io.github.datalab4j.benchmarks.probe.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** R8 in full mode, with the rules that the jars bring and one for the program's entry. */
final class R8 {
  private final Path tools;

  private R8(Path tools) {
    this.tools = tools;
  }

  /** Where the build has put it: in the profile {@code android}. */
  static R8 besideThisModule() {
    return new R8(Code.besideThisModule("r8"));
  }

  boolean isThere() {
    return Files.isDirectory(tools);
  }

  /** The bytes of the program's {@code classes.dex} as an APK packs it. */
  long packedBytes(Program program) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("r8");
    try {
      Path output = folder.resolve("shrunk.zip");
      run(program, folder, output);
      try (ZipFile zip = new ZipFile(output.toFile())) {
        return zip.getEntry("classes.dex").getCompressedSize();
      }
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private void run(Program program, Path folder, Path output)
      throws IOException, InterruptedException {
    String entry = program.main().getName();
    Path rules = folder.resolve("rules.pro");
    Files.writeString(
        rules, "-keep class " + entry + " { public static void main(java.lang.String[]); }\n");
    String home = System.getProperty("java.home");
    List<String> command = new ArrayList<>();
    command.add(Path.of(home, "bin", "java").toString());
    command.addAll(List.of("-cp", tools.resolve("r8.jar").toString(), "com.android.tools.r8.R8"));
    command.addAll(List.of("--release", "--min-api", "21", "--pg-conf", rules.toString()));
    command.addAll(List.of("--pg-map-output", folder.resolve("mapping.txt").toString()));
    // The framework lacks java.*, which is the JDK's.
    command.addAll(List.of("--lib", home, "--lib", tools.resolve("android-all.jar").toString()));
    command.addAll(List.of("--output", output.toString()));
    command.add(jarOf(program.main(), folder).toString());
    program.jars().forEach(jar -> command.add(jar.toString()));
    Path log = folder.resolve("log.txt");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("R8 ended with " + code + ":\n" + Files.readString(log));
    }
  }

  private static Path jarOf(Class<?> type, Path folder) throws IOException {
    Path jar = folder.resolve("program.jar");
    String name = type.getName().replace('.', '/') + ".class";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
        InputStream bytes = type.getResourceAsStream("/" + name)) {
      zip.putNextEntry(new ZipEntry(name));
      bytes.transferTo(zip);
    }
    return jar;
  }
}
