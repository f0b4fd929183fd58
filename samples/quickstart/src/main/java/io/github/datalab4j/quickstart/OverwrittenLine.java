package io.github.datalab4j.quickstart;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * Draws over one line and leaves nothing behind. The library's own consumers end with a line break,
 * and ask JLine for a terminal, which takes the signals away from the JVM.
 */
final class OverwrittenLine implements ProgressBarConsumer {
  private static final String TO_START = "\r";
  private static final String ERASE_REST = "\u001b[K";

  private final PrintStream stream;
  private final int columns;

  OverwrittenLine(PrintStream stream, int columns) {
    this.stream = stream;
    this.columns = columns;
  }

  @Override
  public int getMaxRenderedLength() {
    return columns;
  }

  @Override
  public void accept(String rendered) {
    stream.print(TO_START + rendered + ERASE_REST);
    stream.flush();
  }

  @Override
  public void clear() {
    accept("");
  }

  @Override
  public void close() {
    stream.flush();
  }
}
