package io.github.datalab4j.rule;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Copies what is printed and logged. */
final class Output extends Handler {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final SimpleFormatter format = new SimpleFormatter();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  void start() {
    System.setOut(copying(out));
    System.setErr(copying(err));
    Logger.getLogger("").addHandler(this);
  }

  void stop() {
    System.setOut(out);
    System.setErr(err);
    Logger.getLogger("").removeHandler(this);
  }

  String text() {
    return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
  }

  private PrintStream copying(PrintStream to) {
    return new PrintStream(
        new OutputStream() {
          @Override
          public void write(int b) {
            bytes.write(b);
            to.write(b);
          }
        },
        true);
  }

  @Override
  public void publish(LogRecord record) {
    byte[] line = format.format(record).getBytes(StandardCharsets.UTF_8);
    bytes.write(line, 0, line.length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
