package io.github.datalab4j.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar for the upload, then a ticking line for the wait, on one line of a terminal. */
final class ProgressLine implements Progress {
  private static final int REDRAW_MILLIS = 100;

  /** The terminal itself writes {@code ^C} at the end of the line, which must not wrap. */
  private static final int ROOM_FOR_CTRL_C = 3;

  private static final long UNIT_BYTES = 1_000;

  private final Terminal terminal;
  private final OverwrittenLine line;
  private final WaitingRenderer waiting = new WaitingRenderer();
  private @Nullable ProgressBar bar;
  private boolean uploading;
  private Duration waited = Duration.ZERO;

  ProgressLine(PrintStream stream, Terminal terminal) {
    this.terminal = terminal;
    line = new OverwrittenLine(stream, terminal.columns() - ROOM_FOR_CTRL_C);
  }

  @Override
  public void upload(long sent, long total) {
    if (!uploading) {
      clear();
    }
    if (bar == null) {
      uploading = true;
      bar = newUploadBar(total);
    }
    bar.stepTo(sent);
  }

  @Override
  public void waiting(String word, long answers) {
    waiting.show(word, answers);
    if (uploading) {
      clear();
    }
    if (bar == null) {
      bar = newWaitingBar();
    }
  }

  @Override
  public void clear() {
    ProgressBar drawn = bar;
    if (drawn == null) {
      return;
    }
    if (!uploading) {
      waited = drawn.getTotalElapsed();
    }
    bar = null;
    uploading = false;
    drawn.close();
    line.clear(); // a bar that is closed before it was first drawn is drawn, but not cleared
  }

  private ProgressBar newWaitingBar() {
    return builder("Waiting").setRenderer(waiting).continuousUpdate().startsFrom(0, waited).build();
  }

  private ProgressBar newUploadBar(long total) {
    return builder("Uploading")
        .setInitialMax(total)
        .setUnit(" kB", UNIT_BYTES)
        .hideEta()
        .continuousUpdate()
        .setStyle(terminal.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
        .build();
  }

  private ProgressBarBuilder builder(String task) {
    return ProgressBar.builder()
        .setTaskName(task)
        .setUpdateIntervalMillis(REDRAW_MILLIS)
        .clearDisplayOnFinish()
        .setConsumer(line);
  }
}
