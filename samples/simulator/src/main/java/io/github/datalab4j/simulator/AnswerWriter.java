package io.github.datalab4j.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sends one answer, broken and slowed as its faults want. */
final class AnswerWriter {
  private static final int PIECE = 1 << 16;

  private final Connection connection;
  private final Answer answer;
  private final List<Fault> faults;
  private final byte[] head;
  private final byte[] body;
  private Pace pace = new Pace(PIECE, 0);

  AnswerWriter(Connection connection, Answer answer, List<Fault> faults, String date) {
    this.connection = connection;
    this.answer = answer;
    this.faults = faults;
    this.body = answer.bytes();
    this.head = join(interims(faults), answer.head(body.length, date));
    for (Fault fault : faults) {
      if (fault.kind == Fault.Kind.ANSWER_SLOWLY) {
        pace = fault.pace;
      }
    }
  }

  private static byte[] interims(List<Fault> faults) {
    StringBuilder lines = new StringBuilder();
    for (Fault fault : faults) {
      if (fault.kind == Fault.Kind.INTERIM) {
        int status = fault.answer.status;
        lines.append("HTTP/1.1 ").append(status).append(' ').append(Reasons.of(status));
        lines.append("\r\n\r\n");
      }
    }
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  void write(Runnable done) {
    Pace atOnce = new Pace(PIECE, 0);
    withInterruptions(Phase.ANSWER_HEAD, head, atOnce, () -> writeBody(done));
  }

  private void writeBody(Runnable done) {
    if (answer.endless) {
      withInterruptions(Phase.ANSWER_BODY, chunk(body), pace, this::writeForEver);
    } else {
      withInterruptions(Phase.ANSWER_BODY, body, pace, done);
    }
  }

  private void writeForEver() {
    byte[] filler = new byte[PIECE];
    Arrays.fill(filler, (byte) 'x');
    byte[] chunk = chunk(filler);
    connection.write(
        chunk,
        new Runnable() {
          @Override
          public void run() {
            connection.write(chunk, this);
          }
        });
  }

  private static byte[] chunk(byte[] content) {
    byte[] size =
        (Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] chunk = Arrays.copyOf(size, size.length + content.length + 2);
    System.arraycopy(content, 0, chunk, size.length, content.length);
    chunk[chunk.length - 2] = '\r';
    chunk[chunk.length - 1] = '\n';
    return chunk;
  }

  /** Sends the bytes; where a fault strikes in that phase, up to its place, and the rest after. */
  private void withInterruptions(Phase phase, byte[] bytes, Pace pace, Runnable done) {
    List<Fault> interruptions = new ArrayList<>();
    int place = bytes.length / 2;
    for (Fault fault : faults) {
      if (fault.phase == phase && fault.isInterruption()) {
        interruptions.add(fault);
        place = fault.afterBytes > 0 ? (int) Math.min(fault.afterBytes, bytes.length) : place;
      }
    }
    int end = interruptions.isEmpty() ? bytes.length : place;
    writePaced(
        bytes,
        0,
        end,
        pace,
        () ->
            Interruptions.play(
                connection, interruptions, () -> writePaced(bytes, end, bytes.length, pace, done)));
  }

  private void writePaced(byte[] bytes, int from, int end, Pace pace, Runnable done) {
    if (from >= end) {
      done.run();
      return;
    }
    int to = (int) Math.min(end, (long) from + pace.bytes);
    Runnable rest = () -> writePaced(bytes, to, end, pace, done);
    Runnable next = pace.millis > 0 && to < end ? () -> connection.later(pace.millis, rest) : rest;
    connection.write(Arrays.copyOfRange(bytes, from, to), next);
  }
}
