package io.github.datalab4j.quickstart;

import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.List;

/** Starts the program {@code datalab} in a process of its own. */
public final class Main {
  private Main() {}

  /**
   * Runs the program and ends the process with its exit code.
   *
   * @param args what the user typed
   */
  public static void main(String[] args) {
    Surroundings surroundings = Surroundings.ofProcess();
    // SIGINT and SIGTERM run this hook; the JVM then ends with 130 or 143.
    Runtime.getRuntime()
        .addShutdownHook(new Thread(surroundings.interrupts()::interruptAndWait, "interrupt"));
    Console console = new Console(surroundings, List.of(args));
    RxJavaPlugins.setErrorHandler(console::unforeseen);
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> console.unforeseen(error));
    System.exit(DatalabCommand.run(console, args));
  }
}
