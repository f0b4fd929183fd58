package io.github.datalab4j.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.Datalab;
import io.github.datalab4j.DatalabEventListener;
import io.github.datalab4j.Document;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.ProcessorStatus;
import io.github.datalab4j.rule.Canary;
import io.reactivex.rxjava3.core.Completable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/**
 * A program with one job, which may die at any time: it notes that it is about to send, stores the
 * token before anything else happens, and looks at both when it starts again.
 */
final class CarefulProgram {
  private final String pauseAt;
  private final String url;
  private final Path note;
  private final Path token;

  private CarefulProgram(String pauseAt, String url, Path folder) {
    this.pauseAt = pauseAt;
    this.url = url;
    this.note = folder.resolve("sending");
    this.token = folder.resolve("token");
  }

  /** The moment to stand still at, or a dash; then pairs of an address and a folder. */
  public static void main(String[] arguments) throws IOException {
    for (int i = 1; i < arguments.length; i += 2) {
      new CarefulProgram(arguments[0], arguments[i], Paths.get(arguments[i + 1])).run();
    }
  }

  private void run() throws IOException {
    try (Datalab datalab = client()) {
      CustomProcessors processors = datalab.customProcessors();
      if (Files.exists(token)) {
        finish(processors.resume(new String(Files.readAllBytes(token), UTF_8)));
      } else if (Files.exists(note)) {
        say("unknown"); // a person has to look at the processor's versions
      } else {
        Files.createFile(note);
        pause(Moment.BEFORE_SENDING);
        Document scan = Document.of("scan.pdf", new byte[1_000_000]);
        finish(processors.iterate("cp_1", Iteration.builder("Keep footnotes").file(scan).build()));
      }
    }
  }

  private Datalab client() {
    boolean slowly = pauseAt.equals(Moment.BETWEEN_POLLS.name());
    return Datalab.builder()
        .apiKey(Canary.KEY)
        .baseUrl(url)
        .pollPolicy(PollPolicy.fixed(slowly ? 60_000 : 10, TimeUnit.MILLISECONDS))
        .onAccepted(
            accepted ->
                Completable.fromAction(
                    () -> {
                      pause(Moment.IN_THE_HOOK_BEFORE_THE_STORE);
                      store(accepted);
                      pause(Moment.AFTER_THE_STORE);
                    }))
        .eventListener(new Pausing())
        .build();
  }

  private void finish(GenerationJob job) {
    String processor = job.result().blockingGet().processorId();
    pause(Moment.AFTER_THE_END);
    say(processor);
  }

  /** The token is there as a whole, or not at all. */
  private void store(String accepted) throws IOException {
    Path part = Files.write(token.resolveSibling("token.part"), accepted.getBytes(UTF_8));
    Files.move(part, token, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void say(String words) {
    System.out.println(words);
    System.out.flush();
  }

  /** Stands still, until it is killed or its starter has gone. */
  private void pause(Moment moment) {
    if (pauseAt.equals(moment.name())) {
      say(pauseAt);
      try {
        int end = System.in.read();
        say("its starter has gone: " + end);
      } catch (IOException e) {
        say(e.toString());
      }
      Runtime.getRuntime().halt(1);
    }
  }

  private final class Pausing extends DatalabEventListener {
    @Override
    public void accepted(String processorId, String accepted) {
      pause(Moment.ACCEPTED_BEFORE_THE_HOOK);
    }

    @Override
    public void polled(String polled, long number, ProcessorStatus status) {
      if (status.isTerminal()) {
        pause(Moment.AT_THE_TERMINAL_STATUS);
      }
    }
  }
}
