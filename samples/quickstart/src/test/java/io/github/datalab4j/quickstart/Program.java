package io.github.datalab4j.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonReader;
import io.github.datalab4j.simulator.DatalabSimulator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;

/** Runs the program in this process, with streams and environment of its own. */
final class Program {
  static final String KEY = "canary-key-4711";

  final Map<String, String> environment = new HashMap<>();
  final Interrupts interrupts = new Interrupts();
  final WatchedStream out = new WatchedStream();
  WatchedStream err = new WatchedStream();
  Terminal terminal = Terminal.NONE;

  /** With nothing in its environment. */
  static Program bare() {
    return new Program();
  }

  /** With a key and an address in its environment. */
  static Program on(DatalabSimulator simulator) {
    return on(simulator.url());
  }

  static Program on(String baseUrl) {
    Program program = new Program();
    program.environment.put("DATALAB_API_KEY", KEY);
    program.environment.put("DATALAB_BASE_URL", baseUrl);
    return program;
  }

  /** As on a terminal, where both streams are one. */
  void oneStream() {
    err = out;
  }

  Outcome run(String... arguments) {
    return runInto(out, arguments);
  }

  Outcome runInto(OutputStream standardOutput, String... arguments) {
    Console console = new Console(surroundings(standardOutput), List.of(arguments));
    int exitCode = DatalabCommand.run(console, arguments);
    return new Outcome(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  Surroundings surroundings() {
    return surroundings(out);
  }

  private Surroundings surroundings(OutputStream standardOutput) {
    return new Surroundings(
        "datalab",
        new PrintStream(standardOutput, false, UTF_8),
        new PrintStream(err, false, UTF_8),
        environment,
        terminal,
        interrupts);
  }

  /** How a run ended. */
  record Outcome(int exitCode, String out, String err) {
    List<String> outLines() {
      return out.lines().toList();
    }

    List<String> errLines() {
      return err.lines().toList();
    }

    /** Standard output as JSON objects, one a line. */
    List<Map<?, ?>> events() {
      List<Map<?, ?>> events = new ArrayList<>();
      for (String line : outLines()) {
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(line))) {
          events.add((Map<?, ?>) reader.readJsonValue());
        } catch (IOException e) {
          throw new UncheckedIOException(line, e);
        }
      }
      return events;
    }

    List<Map<?, ?>> events(String name) {
      return events().stream().filter(event -> name.equals(event.get("event"))).toList();
    }

    /** The fields of the only event. */
    Map<String, Object> fields() {
      Map<String, Object> fields = new HashMap<>();
      events().get(0).forEach((name, value) -> fields.put((String) name, value));
      return fields;
    }

    Map<?, ?> lastEvent() {
      List<Map<?, ?>> events = events();
      return events.get(events.size() - 1);
    }
  }
}
