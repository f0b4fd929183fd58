package io.github.datalab4j.faults;

import io.github.datalab4j.DatalabException;
import io.github.datalab4j.JobEvent;
import io.github.datalab4j.SubmissionState;
import io.github.datalab4j.faults.Row.Wait;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.reactivex.rxjava3.observers.TestObserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The watch of an accepted job, struck by a fault at its first poll, and at every poll. */
final class Polling implements Operation {
  /** A poll has no body. */
  @Override
  public boolean strikes(Row row, Column column) {
    return column != Column.REQUEST_BODY && row.strikes(column);
  }

  @Override
  public String run(Row row, Column column, List<String> violations) throws InterruptedException {
    String once = run(row, column, false, violations);
    String always = run(row, column, true, violations);
    return once.equals(always) ? once : once + " / " + always;
  }

  private static String run(Row row, Column column, boolean always, List<String> violations)
      throws InterruptedException {
    try (Bench bench = new Bench(violations)) {
      String key = bench.simulator.startJob(Bench.PROCESSOR, Job.completing().after(1));
      bench.set(row, column, On.STATUS, always);
      TestObserver<JobEvent> events = bench.client.customProcessors().job(key).events().test();
      if (row.wait != Wait.NONE) {
        // The head of an answer may end the watch, or be borne as often as the deadline allows.
        boolean anyNumber = always && column == Column.ANSWER_BODY;
        for (int i = 1;
            anyNumber
                ? bench.comes(On.STATUS, i, events)
                : i <= (always ? Bench.FAILURES_BORNE + 1 : 1);
            i++) {
          bench.expire(row, column, On.STATUS, i);
        }
      }
      DatalabException error = bench.end(events);
      bench.checkTimeOfWatch();
      if (row.strikesTheCallBefore()) {
        bench.check(bench.lost() == (always ? 2 : 1), "a poll met it, but lost " + bench.lost());
      }
      bench.check(bench.simulator.requests(On.ITERATE).isEmpty(), "a watch sends no submission");
      if (error != null) {
        bench.check(error.submission() == SubmissionState.ACCEPTED, "it was accepted");
        bench.check(error.token() != null, "an error after acceptance has a token");
      }
      return text(bench, row, events.values(), error);
    }
  }

  private static String text(
      Bench bench, Row row, List<JobEvent> events, @Nullable DatalabException error) {
    String text = error == null ? borne(events) + "job" : Bench.told(error);
    return row.asksToWait() && error == null ? text + bench.afterFirstPoll() : text;
  }

  private static String borne(List<JobEvent> events) {
    long bad = events.stream().filter(event -> event instanceof JobEvent.BadPoll).count();
    return bad == 0 ? "" : bad == 1 ? "borne, " : bad + " borne, ";
  }
}
