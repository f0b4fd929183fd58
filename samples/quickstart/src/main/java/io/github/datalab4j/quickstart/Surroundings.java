package io.github.datalab4j.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;
import org.jline.terminal.spi.SystemStream;

/**
 * What the program has from the process it runs in; tests bring their own.
 *
 * @param command what the user types to run it
 */
record Surroundings(
    String command,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Terminal terminal,
    Interrupts interrupts) {

  static Surroundings ofProcess() {
    Charset people = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    // JSON is UTF-8 whatever the locale says; a terminal gets what it can show.
    Charset machines = Terminal.isTerminal(SystemStream.Output) ? people : UTF_8;
    return new Surroundings(
        command(System.getProperty("java.class.path", "")),
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, machines),
        new PrintStream(new FileOutputStream(FileDescriptor.err), false, people),
        System.getenv(),
        Terminal.detect(System.getenv(), people),
        new Interrupts());
  }

  /** With {@code java -jar} the class path is the jar, as it was typed. */
  private static String command(String classPath) {
    boolean jar = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
    return jar ? "java -jar " + classPath : "datalab";
  }
}
