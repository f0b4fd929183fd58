package io.github.datalab4j.quickstart;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** {@code Generating | 0:07 processing (3 answers)}: nobody knows how long it will take. */
final class WaitingRenderer implements ProgressBarRenderer {
  private static final String SPINNER = "|/-\\";
  private static final int STEP_MILLIS = 250;

  private volatile String state = "";

  void show(String word, long answers) {
    state = word + " (" + answers + (answers == 1 ? " answer)" : " answers)");
  }

  @Override
  public String render(ProgressState progress, int maxLength) {
    Duration elapsed = progress.getTotalElapsed();
    char spinner = SPINNER.charAt((int) (elapsed.toMillis() / STEP_MILLIS % SPINNER.length()));
    String line = progress.getTaskName() + "  " + spinner + "  " + clock(elapsed) + "  " + state;
    return line.length() > maxLength ? line.substring(0, Math.max(0, maxLength)) : line;
  }

  static String clock(Duration elapsed) {
    long hours = elapsed.toHours();
    String minutes =
        hours == 0 ? "" + elapsed.toMinutes() : hours + ":" + two(elapsed.toMinutesPart());
    return minutes + ":" + two(elapsed.toSecondsPart());
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : "" + number;
  }
}
