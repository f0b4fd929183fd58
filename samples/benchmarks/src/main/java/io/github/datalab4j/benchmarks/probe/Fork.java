package io.github.datalab4j.benchmarks.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One probe in a JVM of its own. */
public final class Fork {
  /** This JVM's. */
  static final String CLASS_PATH = System.getProperty("java.class.path");

  private static final String MARK = "reading\t";

  private Fork() {}

  static List<Reading> read(
      Class<? extends Probe> probe,
      String peer,
      boolean smoke,
      List<String> jvmArguments,
      String classPath)
      throws IOException, InterruptedException {
    List<String> command = java(jvmArguments, classPath);
    command.addAll(List.of(Fork.class.getName(), probe.getName(), peer, String.valueOf(smoke)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<Reading> readings = new ArrayList<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(MARK)) {
          String[] parts = line.split("\t", -1);
          readings.add(new Reading(parts[1], parts[2], Double.parseDouble(parts[3])));
        }
      }
    }
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException(probe.getSimpleName() + " of " + peer + " ended with " + code);
    }
    return readings;
  }

  /** What starts a JVM like this one: the same {@code java}, the same class path. */
  public static List<String> java(List<String> jvmArguments) {
    return java(jvmArguments, CLASS_PATH);
  }

  private static List<String> java(List<String> jvmArguments, String classPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", classPath));
    return command;
  }

  /** The forked side: the probe's class, the peer, and whether it is to be short. */
  public static void main(String[] arguments) throws Exception {
    Probe probe =
        Class.forName(arguments[0]).asSubclass(Probe.class).getDeclaredConstructor().newInstance();
    for (Reading reading : probe.read(arguments[1], Boolean.parseBoolean(arguments[2]))) {
      System.out.println(MARK + reading.metric() + "\t" + reading.unit() + "\t" + reading.value());
    }
    System.out.flush();
    // What a peer leaves running is not waited for.
    System.exit(0);
  }
}
