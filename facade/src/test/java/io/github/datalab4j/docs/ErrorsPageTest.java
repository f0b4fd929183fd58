package io.github.datalab4j.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.DatalabException;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.JobFailedException;
import io.github.datalab4j.RequestRefusedException;
import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of docs/errors.md. */
class ErrorsPageTest {
  @RegisterExtension final Loopback loopback = new Loopback();

  private final List<Object> shown = new ArrayList<>();

  @Test
  void handling() {
    loopback.simulator.nextJob(Job.failing("No table found"));
    GenerationJob job = job();
    // region handling
    try {
      show(job.result().blockingGet().processorId());
    } catch (JobFailedException e) {
      show(e.status().errorMessage());
    } catch (DatalabException e) {
      switch (e.submission()) {
        case ACCEPTED: // it goes on at the service
          if (e.token() != null) {
            keep(e.token());
          }
          break;
        case NOT_SENT: // subscribing again sends
        case REFUSED: // the same request is refused again
        case UNKNOWN: // look at the processor's versions before you send it again
        default:
          show(e.getMessage());
      }
    }
    // endregion
    assertEquals("No table found", shown.get(0));
  }

  @Test
  void refusal() {
    loopback.simulator.fault(On.ITERATE, Fault.answer(Answer.detail(402, "Spend cap reached")));
    GenerationJob job = job();
    // region refusal
    try {
      show(job.result().blockingGet().processorId());
    } catch (RequestRefusedException e) {
      show(e.statusCode()); // 402
      show(e.detail()); // text, or items with place and message
    }
    // endregion
    assertEquals(402, shown.get(0));
    assertTrue(String.valueOf(shown.get(1)).contains("Spend cap"));
  }

  private GenerationJob job() {
    return loopback
        .datalab
        .customProcessors()
        .iterate("cp_12345", Iteration.builder("Keep footnotes with their tables").build());
  }

  private void show(Object what) {
    shown.add(what);
  }

  private void keep(Object token) {
    shown.add(token);
  }
}
