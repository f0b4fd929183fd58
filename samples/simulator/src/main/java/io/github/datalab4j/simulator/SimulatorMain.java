package io.github.datalab4j.simulator;

import java.io.IOException;
import java.util.Locale;

/**
 * A simulator as a process of its own. Arguments, all optional, as {@code name=value}: {@code
 * port}, {@code api-key}, {@code seconds} (how long a job takes; default 10) and {@code per-minute}
 * (the rate limit; default none). Prints the base URL as its first line and ends when standard
 * input does.
 */
public final class SimulatorMain {
  private SimulatorMain() {}

  /** Runs until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    SimulatorBuilder builder = DatalabSimulator.builder().anyProcessor();
    double seconds = 10;
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      String value = pair.length == 2 ? pair[1] : "";
      switch (pair[0].toLowerCase(Locale.ROOT)) {
        case "port":
          builder.port(Integer.parseInt(value));
          break;
        case "api-key":
          builder.apiKey(value);
          break;
        case "seconds":
          seconds = Double.parseDouble(value);
          break;
        case "per-minute":
          builder.rateLimit(RateLimit.perMinute(Integer.parseInt(value)));
          break;
        default:
          throw new IllegalArgumentException(
              "known are port=, api-key=, seconds= and per-minute=, not " + argument);
      }
    }
    try (DatalabSimulator datalab = builder.start()) {
      datalab.everyJob(Job.completing().afterMillis(Math.round(seconds * 1000)));
      System.out.println(datalab.url());
      System.out.flush();
      while (System.in.read() >= 0) {}
    }
  }
}
