package io.github.datalab4j.kill;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.Canary;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.Phase;
import io.github.datalab4j.simulator.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A {@link CarefulProgram} that is killed at a moment, and the service that it called. */
final class KilledProgram {
  private static final int PATIENCE_SECONDS = 60;

  final Moment moment;
  final DatalabSimulator datalab =
      DatalabSimulator.builder().apiKey(Canary.KEY).processor("cp_1").start();
  final Path folder;

  KilledProgram(Moment moment, Path parent) throws IOException {
    this.moment = moment;
    folder = Files.createDirectory(parent.resolve(moment.name()));
  }

  /** What the job makes: each its own. */
  String processor() {
    return "cp_" + moment.name().toLowerCase(Locale.ROOT);
  }

  /** Starts the program, and kills it as {@code kill -9} does. */
  void runAndKill() throws Exception {
    datalab.everyJob(Job.completing().after(2).processorId(processor()));
    hold();
    Process program = start(Arrays.asList(moment.name(), datalab.url(), folder.toString()), folder);
    try {
      awaitMoment(program);
    } finally {
      program.destroyForcibly();
    }
    assertTrue(program.waitFor(PATIENCE_SECONDS, SECONDS));
    datalab.clearFaults();
    datalab.release();
  }

  private void hold() {
    if (moment == Moment.HALF_OF_THE_BODY_OUT) {
      datalab.fault(On.ITERATE, Fault.stall().at(Phase.REQUEST_BODY).afterBytes(500_000));
    } else if (moment == Moment.BODY_OUT_AND_UNANSWERED) {
      datalab.fault(On.ITERATE, Fault.stall().at(Phase.BEFORE_ANSWER));
    } else if (moment == Moment.IN_A_POLL) {
      datalab.fault(On.STATUS.call(2), Fault.stall().at(Phase.BEFORE_ANSWER));
    }
  }

  private void awaitMoment(Process program) throws Exception {
    switch (moment) {
      case HALF_OF_THE_BODY_OUT:
      case BODY_OUT_AND_UNANSWERED:
      case IN_A_POLL:
        assertTrue(datalab.awaitStalled(1, PATIENCE_SECONDS, SECONDS));
        break;
      case BETWEEN_POLLS:
        ReceivedRequest poll = datalab.awaitRequest(On.STATUS, PATIENCE_SECONDS, SECONDS);
        assertTrue(poll.awaitAnswered(PATIENCE_SECONDS, SECONDS));
        break;
      default:
        awaitSaid(program);
    }
  }

  private void awaitSaid(Process program) throws Exception {
    long end = System.nanoTime() + SECONDS.toNanos(PATIENCE_SECONDS);
    boolean ended = false;
    while (!ended && said(folder).isEmpty() && System.nanoTime() < end) {
      ended = program.waitFor(10, MILLISECONDS);
    }
    assertEquals(Collections.singletonList(moment.name()), said(folder), () -> complaint(folder));
  }

  /** What one new program says about each of those that were killed. */
  static List<String> restart(List<KilledProgram> killed, Path folder) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add("-");
    for (KilledProgram each : killed) {
      arguments.addAll(Arrays.asList(each.datalab.url(), each.folder.toString()));
    }
    Process program = start(arguments, folder);
    try {
      assertTrue(program.waitFor(PATIENCE_SECONDS, SECONDS));
    } finally {
      program.destroyForcibly();
    }
    assertEquals(0, program.exitValue(), () -> complaint(folder));
    return said(folder);
  }

  private static List<String> said(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("out"));
  }

  private static String complaint(Path folder) {
    try {
      return String.join("\n", Files.readAllLines(folder.resolve("err")));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** What it prints is in files of the folder: in a pipe it would be lost when it is killed. */
  private static Process start(List<String> arguments, Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
    // What starts quickly: the program lives for a second.
    command.addAll(Arrays.asList("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(Arrays.asList("-cp", System.getProperty("java.class.path")));
    command.add(CarefulProgram.class.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }
}
