package io.github.datalab4j.faults;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.DatalabEventListener;
import io.github.datalab4j.DatalabException;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.ProcessorStatus;
import io.github.datalab4j.RequestBudget;
import io.github.datalab4j.ServiceUnavailableException;
import io.github.datalab4j.faults.Row.Wait;
import io.github.datalab4j.rule.Canary;
import io.github.datalab4j.rule.Traffic;
import io.github.datalab4j.rule.WatchedListener;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.ReceivedRequest;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.observers.TestObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A simulator, a client of it, and a timer by hand, for the run of one cell. */
final class Bench implements AutoCloseable {
  static final String PROCESSOR = "cp_12345";
  static final int FAILURES_BORNE = 2;
  private static final long PATIENCE_SECONDS = 60;
  private static final int POLL_TIMEOUT_SECONDS = 70;
  private static final int DEADLINE_SECONDS = 300;
  private static final int SUBMIT_TIMEOUT_SECONDS = 1_000;
  private static final PollPolicy POLICY =
      PollPolicy.builder()
          .fixed(10, TimeUnit.SECONDS)
          .jitter(0)
          .pollTimeout(POLL_TIMEOUT_SECONDS, TimeUnit.SECONDS)
          .deadline(DEADLINE_SECONDS, TimeUnit.SECONDS)
          .failuresBorne(FAILURES_BORNE)
          .build();

  final DatalabSimulator simulator =
      DatalabSimulator.builder().apiKey(Canary.KEY).processor(PROCESSOR).start();
  final HandTimer timer = new HandTimer();
  final Datalab client;
  private final Traffic traffic = new Traffic();
  private final List<String> violations;
  private final List<Long> sends = new ArrayList<>();
  private final List<Long> polls = new ArrayList<>();
  private boolean acceptsLater;

  Bench(List<String> violations) {
    this.violations = violations;
    simulator.everyJob(Job.completing().after(1));
    client =
        Datalab.builder()
            .apiKey(Canary.KEY)
            .baseUrl(simulator.url())
            .timerScheduler(timer)
            .submitTimeout(SUBMIT_TIMEOUT_SECONDS, TimeUnit.SECONDS)
            .pollPolicy(POLICY)
            .requestBudget(new NoBudget())
            .eventListener(new WatchedListener(new Heard()))
            .configureOkHttp(traffic::watch)
            .build();
  }

  /** Sets the fault for the first call, or for all. */
  void set(Row row, Column column, On operation, boolean always) throws InterruptedException {
    if (row.fault == null) {
      acceptsLater = !always;
      simulator.refuseConnections();
      return;
    }
    On all = row.strikesTheCallBefore() ? On.STATUS : Row.on(column, operation);
    On struck = always ? all : all.call(1);
    simulator.fault(struck, row.at(column));
    if (row.also != null) {
      simulator.fault(struck, row.also);
    }
    if (row.strikesTheCallBefore()) {
      callBefore();
    }
  }

  private void callBefore() throws InterruptedException {
    String key = simulator.startJob(PROCESSOR, Job.neverEnding());
    check(end(client.customProcessors().status(key).test()) == null, "the call before is answered");
    check(
        simulator.awaitOpenConnections(0, PATIENCE_SECONDS, TimeUnit.SECONDS),
        "its connection is closed");
  }

  /** How many requests went out on a connection without reaching the simulator. */
  int lost() {
    return traffic.requests() - simulator.requests().size();
  }

  /** Waits until the client waits for the nth call that a fault strikes, and ends its patience. */
  void expire(Row row, Column column, On operation, int n) throws InterruptedException {
    boolean reached;
    if (row.wait == Wait.STALLED && (n == 1 || column.isBeforeTheEndOfTheBody())) {
      reached = simulator.awaitStalled(n, PATIENCE_SECONDS, TimeUnit.SECONDS);
    } else {
      ReceivedRequest request =
          simulator.awaitRequest(operation.call(n), PATIENCE_SECONDS, TimeUnit.SECONDS);
      String length = request.header("Content-Length");
      boolean whole = length != null && row.wait == Wait.ANSWERING;
      reached =
          request.awaitBodyBytes(
              whole ? Long.parseLong(length) : 0, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    if (column == Column.ANSWER_BODY) {
      reached &= traffic.awaitBodies(n);
    }
    check(reached, "the fault did not strike");
    timer.expire();
  }

  /** Whether an nth call comes; if not, the stream has ended. */
  boolean comes(On operation, int n, TestObserver<?> result) throws InterruptedException {
    while (simulator.requests(operation).size() < n) {
      if (result.await(1, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  void check(boolean holds, String promise) {
    if (!holds) {
      violations.add(promise);
    }
  }

  /** The error that ended the stream, or null for a result. */
  @Nullable DatalabException end(TestObserver<?> result) throws InterruptedException {
    if (!result.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("hangs");
    }
    List<Throwable> errors = new ArrayList<>();
    try {
      result.assertNoErrors();
    } catch (AssertionError e) {
      result.assertError(errors::add);
      check(errors.get(0) instanceof DatalabException, "typed error, not " + errors.get(0));
    }
    return errors.isEmpty() ? null : (DatalabException) errors.get(0);
  }

  /** An end in the words of the page. */
  static String told(@Nullable DatalabException error) {
    if (error instanceof ServiceUnavailableException) {
      return ((ServiceUnavailableException) error).reason().name().toLowerCase(Locale.ROOT);
    }
    return error == null ? "job" : error.kind().wireName();
  }

  /** Whether a watch that began with the bench has ended in its time. */
  void checkTimeOfWatch() {
    long most = DEADLINE_SECONDS + POLL_TIMEOUT_SECONDS;
    check(timer.now(TimeUnit.SECONDS) <= most, "ends within its deadline and one poll");
  }

  /** Whether a submission that began with the bench, and its watch, have ended in their time. */
  void checkTimeOfSubmission() {
    long most = SUBMIT_TIMEOUT_SECONDS + DEADLINE_SECONDS + POLL_TIMEOUT_SECONDS;
    check(timer.now(TimeUnit.SECONDS) <= most, "ends within both its times and one poll");
  }

  int accepted() {
    return (int)
        simulator.iterations().stream().filter(iteration -> iteration.isAccepted()).count();
  }

  /**
   * What the wait between the first two submissions adds to a text. Of one that came back the real
   * time since the answer is no part, so it is rounded up to 20 s, the wait that is asked for.
   */
  String afterFirstSend() {
    return after(sends, 20);
  }

  /** What the wait between the first two polls adds to a text. */
  String afterFirstPoll() {
    return after(polls, 1);
  }

  /**
   * What the wait from the submission to the first poll adds to a text, where it is longer than the
   * policy's. Rounded up too, as a part of what was asked for is real time.
   */
  String firstPoll() {
    long nanos;
    synchronized (sends) {
      nanos = -sends.get(0);
    }
    synchronized (polls) {
      nanos += polls.get(0);
    }
    return nanos > POLICY.firstDelay(TimeUnit.NANOSECONDS) ? ", first poll" + after(nanos, 20) : "";
  }

  private static String after(List<Long> times, long step) {
    synchronized (times) {
      if (times.size() < 2) {
        return "";
      }
      return after(times.get(1) - times.get(0), step);
    }
  }

  private static String after(long nanos, long step) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
    return " after " + (seconds + step - 1) / step * step + " s";
  }

  @Override
  public void close() {
    simulator.release();
    client.close();
    try {
      traffic.assertAllReleased();
      check(
          simulator.awaitOpenConnections(0, PATIENCE_SECONDS, TimeUnit.SECONDS),
          "connections are closed");
    } catch (InterruptedException e) {
      throw new AssertionError("the matrix hangs", e);
    }
    traffic.assertKeyWentOnlyTo(simulator.port());
    simulator.close();
    timer.close();
  }

  private void accept() {
    if (acceptsLater) {
      simulator.acceptConnections();
    }
  }

  private final class Heard extends DatalabEventListener {
    @Override
    public void submitting(String processorId, int attempt) {
      note(sends);
    }

    @Override
    public void notAccepted(String processorId, DatalabException error) {
      accept();
    }

    @Override
    public void polled(String token, long number, ProcessorStatus status) {
      note(polls);
    }

    @Override
    public void pollFailed(String token, long number, Throwable error) {
      accept();
      note(polls);
    }

    private void note(List<Long> times) {
      synchronized (times) {
        times.add(timer.now(TimeUnit.NANOSECONDS));
      }
    }
  }

  private static final class NoBudget implements RequestBudget {
    @Override
    public Completable acquire() {
      return Completable.complete();
    }

    @Override
    public void throttled(long retryAfter, TimeUnit unit) {}
  }
}
