package io.github.datalab4j.quickstart;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * What can be drawn where.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal that can draw over a line
 * @param columns the width of standard error
 * @param unicode whether standard error can show block characters
 */
record Terminal(boolean out, boolean err, int columns, boolean unicode) {
  static final int DEFAULT_COLUMNS = 80;

  /** No terminal at all. */
  static final Terminal NONE = new Terminal(false, false, DEFAULT_COLUMNS, false);

  static Terminal detect(Map<String, String> environment, Charset charset) {
    boolean capable = !"dumb".equals(environment.get("TERM"));
    boolean err = capable && isTerminal(SystemStream.Error);
    return new Terminal(
        isTerminal(SystemStream.Output),
        err,
        err ? widthOfErr() : DEFAULT_COLUMNS,
        charset.newEncoder().canEncode('█'));
  }

  /**
   * Asks only whether the stream is a terminal. JLine's own Terminal is not made: it would put the
   * signals back to what the operating system does by default, and no shutdown hook would run.
   */
  static boolean isTerminal(SystemStream stream) {
    try {
      return TerminalProvider.load("jni").isSystemStream(stream);
    } catch (IOException | LinkageError e) {
      return false; // no library for this system: nothing is drawn
    }
  }

  private static int widthOfErr() {
    try {
      int columns = TerminalProvider.load("jni").systemStreamWidth(SystemStream.Error);
      return columns < 20 ? DEFAULT_COLUMNS : columns;
    } catch (IOException | LinkageError e) {
      return DEFAULT_COLUMNS;
    }
  }
}
