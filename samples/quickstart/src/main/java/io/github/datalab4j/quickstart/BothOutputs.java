package io.github.datalab4j.quickstart;

import io.github.datalab4j.ProcessorStatus;
import java.util.List;

/** Tells the same to programs and to people. */
final class BothOutputs implements Output {
  private final List<Output> all;

  BothOutputs(Output first, Output second) {
    all = List.of(first, second);
  }

  @Override
  public void upload(long sent, long total) {
    all.forEach(output -> output.upload(sent, total));
  }

  @Override
  public void accepted(String token) {
    all.forEach(output -> output.accepted(token));
  }

  @Override
  public void status(ProcessorStatus status) {
    all.forEach(output -> output.status(status));
  }

  @Override
  public void noAnswer(String problem) {
    all.forEach(output -> output.noAnswer(problem));
  }

  @Override
  public void result(ProcessorStatus status) {
    all.forEach(output -> output.result(status));
  }

  @Override
  public void failure(Failure failure) {
    all.forEach(output -> output.failure(failure));
  }

  @Override
  public void note(String text) {
    all.forEach(output -> output.note(text));
  }

  @Override
  public void end() {
    all.forEach(Output::end);
  }

  @Override
  public boolean isClosed() {
    return all.stream().anyMatch(Output::isClosed);
  }
}
