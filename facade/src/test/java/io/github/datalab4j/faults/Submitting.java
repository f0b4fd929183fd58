package io.github.datalab4j.faults;

import io.github.datalab4j.DatalabException;
import io.github.datalab4j.Document;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.SubmissionState;
import io.github.datalab4j.Zeros;
import io.github.datalab4j.faults.Row.Wait;
import io.github.datalab4j.simulator.On;
import io.reactivex.rxjava3.observers.TestObserver;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A submission whose first sending is struck by a fault. */
final class Submitting implements Operation {
  /** More than the buffers between here and there hold while the server reads nothing. */
  private static final long LARGE = 8_000_000;

  private static final String EITHER = "job, or not_sent; then job";
  private static final Pattern EITHER_SEEN =
      Pattern.compile("job(, \\d+ POSTs)?|not_sent(, \\d+ POSTs)?; then job");

  @Override
  public boolean strikes(Row row, Column column) {
    return row.strikes(column);
  }

  @Override
  public String run(Row row, Column column, List<String> violations) throws InterruptedException {
    try (Bench bench = new Bench(violations)) {
      return run(bench, row, column);
    }
  }

  private static String run(Bench bench, Row row, Column column) throws InterruptedException {
    bench.set(row, column, On.ITERATE, false);
    GenerationJob job =
        bench.client.customProcessors().iterate(Bench.PROCESSOR, iteration(row, column));
    TestObserver<?> first = job.result().test();
    if (row.wait != Wait.NONE) {
      bench.expire(row, column, On.ITERATE, 1);
    }
    DatalabException error = bench.end(first);
    bench.checkTimeOfSubmission();
    int posts = bench.simulator.requests(On.ITERATE).size();
    String text = Bench.told(error) + sent(posts);
    int made = bench.accepted();
    checkTruth(bench, row, error, made);
    bench.simulator.release();

    DatalabException later = bench.end(job.result().test());
    if (error != null && error.submission() == SubmissionState.NOT_SENT) {
      text += "; then " + Bench.told(later);
    } else {
      bench.check(Bench.told(later).equals(Bench.told(error)), "the end is kept");
      bench.check(posts == bench.simulator.requests(On.ITERATE).size(), "nothing is sent again");
    }
    if (column == Column.CONNECTION && row.interrupts() && row.wait == Wait.NONE) {
      // Whether the break is noticed before the first byte or after it is for the network to say.
      if (!row.name.equals("delay")) {
        bench.check(EITHER_SEEN.matcher(text).matches(), "known not to be sent: " + text);
        text = EITHER;
      }
    }
    if (row.asksToWait()) {
      text += bench.afterFirstSend();
      text += error == null && posts == 1 ? bench.firstPoll() : "";
    }
    bench.check(bench.accepted() <= 1, "accepted once at most, but it was " + bench.accepted());
    return text;
  }

  /** What is told of the submission is what the simulator knows of it. */
  private static void checkTruth(Bench bench, Row row, @Nullable DatalabException error, int made) {
    if (error == null) {
      bench.check(made == 1, "a result is of one job");
      return;
    }
    boolean accepted = error.submission() == SubmissionState.ACCEPTED;
    bench.check((error.token() != null) == accepted, "token if accepted");
    switch (error.submission()) {
      case NOT_SENT:
      case REFUSED:
        bench.check(made == 0, error.submission() + ", but a job was made");
        break;
      case ACCEPTED:
        bench.check(made == 1, "ACCEPTED, but no job was made");
        break;
      case UNKNOWN:
        break;
      default:
        bench.check(false, "the state of a submission is told");
    }
    bench.check(!row.handled || made == 1, "a handled request makes a job");
  }

  private static String sent(int posts) {
    return posts == 1 ? "" : ", " + posts + " POSTs";
  }

  /** So large that it cannot be out where it must not be, and small where it may be. */
  private static Iteration iteration(Row row, Column column) {
    boolean large =
        column.isBeforeTheEndOfTheBody()
            && row.fault != null
            && (row.interrupts() || row.closing || row.wait == Wait.READING)
            && !row.name.equals("delay");
    long length = large ? LARGE : 1_000;
    return Iteration.builder("Keep footnotes")
        .file(Document.of("scan.pdf", length, () -> new Zeros(length)))
        .build();
  }
}
