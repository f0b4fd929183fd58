package io.github.datalab4j.quickstart;

import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.DatalabException;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.ProcessorStatus;
import io.reactivex.rxjava3.core.Single;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks for a job's status once. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    customSynopsis = "datalab status TOKEN|KEY [OPTIONS]",
    sortOptions = false,
    description = "Asks once how a job goes. The exit code is 0 unless the job has failed.")
final class StatusCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TOKEN|KEY", description = ResumeCommand.TOKEN_OR_KEY)
  String job = "";

  private final Console console;
  private final DatalabCommand datalab;

  StatusCommand(Console console, DatalabCommand datalab) {
    this.console = console;
    this.datalab = datalab;
  }

  @Override
  public Integer call() {
    console.withoutResuming();
    PollPolicy unused = PollPolicy.proportional();
    try (Connection connection = Connection.open(console, datalab.common, unused)) {
      return tell(ask(Usage.check(() -> question(connection.processors()))));
    }
  }

  private Single<ProcessorStatus> question(CustomProcessors processors) {
    return CustomProcessors.isToken(job) ? processors.statusOfToken(job) : processors.status(job);
  }

  /** The answer, or nothing when the user interrupts. */
  private Optional<ProcessorStatus> ask(Single<ProcessorStatus> question) {
    Interrupts interrupts = console.surroundings().interrupts();
    @Nullable ProcessorStatus answer =
        question.toObservable().takeUntil(interrupts.signal()).firstElement().blockingGet();
    return Optional.ofNullable(answer);
  }

  private int tell(Optional<ProcessorStatus> answer) {
    if (answer.isEmpty()) {
      return console.fail(
          new Failure(ExitCode.INTERRUPTED, "interrupted", "Interrupted: no answer yet.", null));
    }
    ProcessorStatus status = answer.get();
    console.output().status(status);
    if (status.state() == ProcessorStatus.State.FAILED) {
      return console.fail(failed(status));
    }
    if (status.state() == ProcessorStatus.State.COMPLETED) {
      console.output().result(status);
    }
    return ExitCode.COMPLETED.number();
  }

  private static Failure failed(ProcessorStatus status) {
    String reason = status.errorMessage();
    String message = "The job has failed" + (reason == null ? "." : ": " + reason);
    return new Failure(
        ExitCode.JOB_FAILED, DatalabException.Kind.JOB_FAILED.wireName(), message, null);
  }
}
