package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.NothingLeft;
import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The listener for metrics and logs. */
class ListenerTest {
  @RegisterExtension final Online online = new Online();

  @Test
  void hearsTheWholeJob() {
    Recorder heard = new Recorder();
    online.simulator().nextJob(Job.completing().after(1));

    Online.await(online.job(online.client(online.builder(heard))).result());

    assertEquals(
        Arrays.asList("submitting cp_12345 1", "accepted", "poll 1 processing", "poll 2 completed"),
        heard.lines);
  }

  @Test
  void hearsRefusals() {
    Recorder heard = new Recorder();
    online.simulator().fault(On.ITERATE, Fault.status(402));

    Online.failure(
        online.job(online.client(online.builder(heard))).result(), RequestRefusedException.class);

    assertEquals(Arrays.asList("submitting cp_12345 1", "not request_refused"), heard.lines);
  }

  @Test
  void hearsTheTokenOfAJobThatIsNotAskedFor() {
    Recorder heard = new Recorder();
    online.simulator().fault(On.ITERATE, Fault.field("response_check_url", "/api/v1/x/k1/"));

    Online.failure(
        online.job(online.client(online.builder(heard))).result(), UntrustedAddressException.class);

    assertEquals(Arrays.asList("submitting cp_12345 1", "accepted"), heard.lines);
  }

  @Test
  void hearsTheErrorOfAnAcceptedJobWithoutAToken() {
    Recorder heard = new Recorder();
    online.simulator().fault(On.ITERATE, Fault.field("response_check_url", "/api/v1/.."));

    Online.failure(
        online.job(online.client(online.builder(heard))).result(), UntrustedAddressException.class);

    assertEquals(Arrays.asList("submitting cp_12345 1", "not untrusted_address"), heard.lines);
  }

  @Test
  void hearsNothingOfAJobThatWasNeverSubscribedToWhenTheClientIsClosed() {
    Recorder heard = new Recorder();
    Datalab client = online.client(online.builder(heard));
    GenerationJob job = online.job(client);

    client.close();

    Online.failure(job.token(), ClientClosedException.class);
    assertEquals(Collections.emptyList(), heard.lines);
  }

  @Test
  void hearsOnceOfATryThatIsTheLast() {
    Recorder heard = new Recorder();
    Answer answer = Answer.status(429).header("Retry-After", "86400");
    online.simulator().fault(On.ITERATE, Fault.answer(answer));

    Online.failure(
        online.job(online.client(online.builder(heard))).result(), NotSentException.class);

    assertEquals(Arrays.asList("submitting cp_12345 1", "not not_sent"), heard.lines);
  }

  @Test
  void hearsFailedPollsAndFailedWatches() {
    Recorder heard = new Recorder();
    online.simulator().fault(On.STATUS.call(1), Fault.status(500));
    online.simulator().fault(On.STATUS.call(2), Fault.status(403));

    Online.failure(
        online.job(online.client(online.builder(heard))).result(), RequestRefusedException.class);

    assertEquals(
        Arrays.asList("bad 1 service_unavailable", "watch request_refused"),
        heard.lines.subList(2, 4));
  }

  @Test
  void whatItThrowsIsLoggedAndChangesNothing() {
    Datalab client = online.client(online.builder(new Broken()));

    Online.await(online.job(client).result());

    assertTrue(NothingLeft.printed().contains("The event listener failed"), NothingLeft.printed());
  }

  @Test
  void nothingItHearsHoldsTheKey() {
    Recorder heard = new Recorder();
    online.simulator().fault(On.STATUS.call(1), Fault.status(500));

    Online.await(online.job(online.client(online.builder(heard))).result());

    assertEquals(Collections.emptyList(), heard.withKey);
    assertFalse(heard.lines.isEmpty());
  }

  private static final class Recorder extends DatalabEventListener {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<Object> withKey = new CopyOnWriteArrayList<>();

    @Override
    public void submitting(String processorId, int attempt) {
      add("submitting " + processorId + " " + attempt);
    }

    @Override
    public void accepted(String processorId, String token) {
      add("accepted", token);
    }

    @Override
    public void notAccepted(String processorId, DatalabException error) {
      add("not " + error.kind().wireName(), error);
    }

    @Override
    public void polled(String token, long number, ProcessorStatus status) {
      add("poll " + number + " " + status.status(), token, status);
    }

    @Override
    public void pollFailed(String token, long number, Throwable error) {
      add("bad " + number + " " + ((DatalabException) error).kind().wireName(), token, error);
    }

    @Override
    public void watchFailed(String token, Throwable error) {
      add("watch " + ((DatalabException) error).kind().wireName(), token, error);
    }

    private void add(String line, Object... arguments) {
      lines.add(line);
      for (Object argument : arguments) {
        if (argument.toString().contains(Online.KEY)) {
          withKey.add(argument);
        }
      }
    }
  }

  private static final class Broken extends DatalabEventListener {
    @Override
    public void submitting(String processorId, int attempt) {
      throw new IllegalStateException("no disk");
    }

    @Override
    public void accepted(String processorId, String token) {
      throw new AssertionError("no disk");
    }

    @Override
    public void polled(String token, long number, ProcessorStatus status) {
      throw new NoClassDefFoundError("no.Disk");
    }
  }
}
