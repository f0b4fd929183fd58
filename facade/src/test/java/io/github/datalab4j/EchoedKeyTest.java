package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.Canary;
import io.github.datalab4j.simulator.Job;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that tells the key in a status: nothing that is shown, thrown or handed on has it. */
class EchoedKeyTest {
  @RegisterExtension final Online online = new Online();

  @Test
  void reasonOfAFailedJobIsToldWithoutTheKey() {
    online.simulator().nextJob(Job.failing("fetch with " + Online.KEY + " failed"));

    JobFailedException error = Online.failure(online.job().result(), JobFailedException.class);

    assertEquals("fetch with *** failed", error.status().errorMessage());
    assertFalse(Canary.isIn(error));
    assertFalse(Canary.isIn(error.status()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary\\/key+4711",
        "canary\\\\\\/key\\\\u002b4711",
        "canary%2Fkey%2b4711",
        "canary&#47;key&#x2B;4711",
      })
  void aKeyThatIsEscapedOnceMoreIsToldNeither(String escaped) {
    online.simulator().nextJob(Job.failing("sent {\"key\":\"" + escaped + "\"}"));

    JobFailedException error = Online.failure(online.job().result(), JobFailedException.class);

    assertEquals("sent {\"key\":\"***\"}", error.status().errorMessage());
  }

  @Test
  void unknownWordIsToldWithoutTheKey() {
    online.simulator().nextJob(Job.completing().meanwhile("asked by " + Online.KEY));

    List<JobEvent> events = Online.await(online.job().events());

    assertTrue(events.toString().contains("asked by ***"), events::toString);
    assertFalse(Canary.isIn(events));
  }

  @Test
  void fieldsOfAnyNameAndShapeAreToldWithoutTheKey() {
    online
        .simulator()
        .nextJob(
            Job.completing()
                .pipelineParams(Collections.singletonMap(Online.KEY, Online.KEY))
                .resultField("trace", Collections.singletonList("key=" + Online.KEY))
                .resultField("count", 4711));

    List<ProcessorStatus> statuses = Online.await(online.job().statuses());

    ProcessorStatus last = statuses.get(statuses.size() - 1);
    assertEquals(Collections.singletonMap("***", "***"), last.pipelineParams());
    assertEquals(
        Collections.singletonList("key=***"), last.raw().additionalProperties().get("trace"));
    assertEquals(4711L, last.raw().additionalProperties().get("count"));
    assertFalse(Canary.isIn(last));
  }

  @Test
  void singleStatusAndListenerAreToldWithoutTheKey() {
    String key =
        online.simulator().startJob(Online.PROCESSOR, Job.failing("no access by " + Online.KEY));
    List<Object> heard = new ArrayList<>();
    Datalab client = online.client(online.builder(new Hearing(heard)));

    ProcessorStatus status = Online.await(client.customProcessors().status(key));
    Online.failure(client.customProcessors().job(key).result(), JobFailedException.class);

    assertFalse(Canary.isIn(status));
    assertTrue(heard.toString().contains("no access by ***"), heard::toString);
    assertFalse(Canary.isIn(heard));
  }

  private static final class Hearing extends DatalabEventListener {
    private final List<Object> heard;

    Hearing(List<Object> heard) {
      this.heard = heard;
    }

    @Override
    public void polled(String token, long number, ProcessorStatus status) {
      heard.add(status.raw());
    }
  }
}
