package io.github.datalab4j.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request and its answer on a connection, with the faults that strike on the way. */
final class Exchange {
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Connection connection;
  private final Connections owner;
  private final ReceivedRequest request;
  private final List<Fault> faults;
  private final List<Fault> bodyFaults;
  private final @Nullable Form form;
  private final boolean keepAlive;
  private long bodyBytes;
  private boolean bodyDone;
  private boolean answerBegun;
  private boolean answerDone;

  Exchange(Connection connection, Connections owner, ReceivedRequest request, boolean keepAlive) {
    this.connection = connection;
    this.owner = owner;
    this.request = request;
    this.keepAlive = keepAlive;
    this.form = request.isIterate() ? owner.form(request) : null;
    this.faults = owner.rules().on(request);
    this.bodyFaults = at(Phase.REQUEST_BODY);
  }

  ReceivedRequest request() {
    return request;
  }

  void begin() {
    for (Fault fault : faults) {
      if (fault.kind == Fault.Kind.READ_SLOWLY) {
        connection.readSlowly(fault.pace);
      }
    }
    strikeWhileReading(at(Phase.REQUEST_HEAD), this::inviteBody);
  }

  private void inviteBody() {
    String expect = request.header("Expect");
    if (!answerBegun && expect != null && expect.equalsIgnoreCase("100-continue")) {
      connection.write(CONTINUE, () -> {});
    }
  }

  void body(byte[] piece, boolean last) {
    bodyBytes += piece.length;
    request.bodyArrived(bodyBytes);
    if (form != null) {
      form.feed(piece);
    }
    List<Fault> due = bodyFaultsDue();
    strikeWhileReading(due, last ? this::requestComplete : () -> {});
  }

  private List<Fault> bodyFaultsDue() {
    List<Fault> due = new ArrayList<>();
    for (Iterator<Fault> left = bodyFaults.iterator(); left.hasNext(); ) {
      Fault fault = left.next();
      long threshold = fault.afterBytes > 0 ? fault.afterBytes : halfOfBody();
      if (bodyBytes >= threshold) {
        due.add(fault);
        left.remove();
      }
    }
    return due;
  }

  private long halfOfBody() {
    String length = request.header("Content-Length");
    return length == null ? 1 : Math.max(1, Long.parseLong(length) / 2);
  }

  /** Nothing is read until the faults are over; an early answer does not keep from reading on. */
  private void strikeWhileReading(List<Fault> struck, Runnable next) {
    if (struck.isEmpty()) {
      next.run();
      return;
    }
    List<Fault> interruptions = new ArrayList<>();
    for (Fault fault : struck) {
      if (fault.isInterruption()) {
        interruptions.add(fault);
      }
    }
    connection.pauseReading();
    Interruptions.play(
        connection,
        interruptions,
        () -> {
          answerEarly(struck);
          next.run();
          connection.resumeReading();
        });
  }

  private void answerEarly(List<Fault> struck) {
    for (Fault fault : struck) {
      if (fault.kind == Fault.Kind.ANSWER && !answerBegun) {
        send(fault.answer);
      }
    }
  }

  private void requestComplete() {
    request.bodyCompleted();
    bodyDone = true;
    connection.answering();
    if (answerBegun) {
      owner.record(request, form, null);
      finishIfDone();
      return;
    }
    Answer answer = answer();
    List<Fault> interruptions = at(Phase.BEFORE_ANSWER);
    interruptions.removeIf(fault -> !fault.isInterruption());
    Interruptions.play(connection, interruptions, () -> send(answer));
  }

  private Answer answer() {
    Fault instead = null;
    for (Fault fault : at(Phase.BEFORE_ANSWER)) {
      if (fault.kind == Fault.Kind.ANSWER && instead == null) {
        instead = fault;
      }
    }
    if (instead != null && !instead.handled) {
      owner.record(request, form, null);
      return instead.answer;
    }
    Service.Outcome outcome = owner.service().handle(request, form);
    owner.record(request, form, outcome.lookupKey);
    Answer answer = instead != null ? instead.answer : outcome.answer;
    for (Fault fault : faults) {
      answer = fault.change.apply(answer);
    }
    return answer;
  }

  private void send(Answer answer) {
    answerBegun = true;
    request.answering(answer.status);
    String date = Timestamps.httpDate(owner.time().millis());
    new AnswerWriter(connection, answer, faults, date).write(() -> sent(answer));
  }

  private void sent(Answer answer) {
    answerDone = true;
    request.answered();
    if (answer.closing || !keepAlive || closesAfterAnswer()) {
      connection.closeInOrder();
    } else {
      finishIfDone();
    }
  }

  private boolean closesAfterAnswer() {
    return faults.stream().anyMatch(fault -> fault.kind == Fault.Kind.CLOSE_AFTER_ANSWER);
  }

  private void finishIfDone() {
    if (bodyDone && answerDone) {
      connection.exchangeDone();
    }
  }

  private List<Fault> at(Phase phase) {
    List<Fault> found = new ArrayList<>();
    for (Fault fault : faults) {
      if (fault.phase == phase) {
        found.add(fault);
      }
    }
    return found;
  }
}
