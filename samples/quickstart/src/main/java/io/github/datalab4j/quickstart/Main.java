package io.github.datalab4j.quickstart;

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
    System.exit(DatalabCommand.run(surroundings, args));
  }
}
