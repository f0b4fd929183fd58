package io.github.datalab4j.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;

/** What the program has from the process it runs in; tests bring their own. */
record Surroundings(
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Terminal terminal,
    Interrupts interrupts) {

  static Surroundings ofProcess() {
    Charset people = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    // JSON is UTF-8 whatever the locale says; a terminal gets what it can show.
    Charset machines = Terminal.isTerminal(Terminal.OUT) ? people : UTF_8;
    return new Surroundings(
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, machines),
        new PrintStream(new FileOutputStream(FileDescriptor.err), false, people),
        System.getenv(),
        Terminal.detect(System.getenv(), people),
        new Interrupts());
  }
}
