package io.github.datalab4j.quickstart;

import io.github.datalab4j.ProcessorStatus;
import org.jspecify.annotations.Nullable;

/** Text for people: the story on standard error, the result on standard output. */
final class HumanOutput implements Output {
  private final Lines err;
  private final @Nullable Lines out;
  private final Progress progress;
  private final String command;
  private final boolean verbose;
  private long answers;
  private @Nullable String lastWord;
  private boolean uploading;
  private boolean resumable = true;

  /**
   * Tells a run to people.
   *
   * @param command what the user types to run this program
   * @param out where the result goes; null when programs read standard output
   */
  HumanOutput(Lines err, @Nullable Lines out, Progress progress, String command, boolean verbose) {
    this.command = command;
    this.err = err;
    this.out = out;
    this.progress = progress;
    this.verbose = verbose;
  }

  /** Nobody need be told how to go on. */
  void withoutResuming() {
    resumable = false;
  }

  @Override
  public void upload(long sent, long total) {
    if (!uploading) {
      uploading = true;
      say(total < 0 ? "Uploading." : "Uploading " + Sizes.readable(total) + ".");
    }
    progress.upload(sent, total);
  }

  @Override
  public void accepted(String token) {
    if (resumable) {
      say("Accepted. Should this program stop, go on by:");
      sayHowToResume(token);
    } else {
      say("Accepted.");
    }
    progress.waiting("accepted", answers);
  }

  @Override
  public void status(ProcessorStatus status) {
    answers++;
    String word = status.status();
    if (verbose || !word.equals(lastWord)) {
      say("Status: " + word + (verbose ? " (answer " + answers + ")" : ""));
    }
    lastWord = word;
    if (!status.isTerminal()) {
      progress.waiting(err.clean(word), answers);
    }
  }

  @Override
  public void noAnswer(String problem) {
    say("No answer, asking again: " + problem);
    String word = lastWord;
    progress.waiting(word == null ? "no answer" : err.clean(word), answers);
  }

  @Override
  public void result(ProcessorStatus status) {
    Double seconds = status.runtime();
    say(seconds == null ? "Completed." : "Completed in " + Math.round(seconds) + " s.");
    if (out != null) {
      field("processor_id", status.processorId());
      field("pipeline_id", status.pipelineId());
    }
  }

  private void field(String name, @Nullable String value) {
    if (out != null && value != null) {
      out.print(name + " " + value);
    }
  }

  @Override
  public void failure(Failure failure) {
    say("datalab: " + failure.message());
    String token = failure.token();
    if (token != null && resumable && failure.leavesJob()) {
      say("The job goes on at the service. To watch it again:");
      sayHowToResume(token);
    }
  }

  @Override
  public void note(String text) {
    progress.clear();
    text.lines().forEach(err::print);
  }

  @Override
  public void end() {
    progress.clear();
  }

  /** Nothing can be done when nobody reads this, and the job is worth its end. */
  @Override
  public boolean isClosed() {
    return false;
  }

  private void sayHowToResume(String token) {
    say("  " + command + " resume " + token);
  }

  private void say(String text) {
    progress.clear();
    err.print(text);
  }
}
