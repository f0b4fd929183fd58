package io.github.datalab4j.android;

import static io.github.datalab4j.android.Service.mainThreadUntil;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import androidx.work.WorkInfo;
import androidx.work.WorkManager;
import androidx.work.testing.WorkManagerTestInitHelper;
import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.Phase;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** What the next process knows, and what the worker does meanwhile. */
@RunWith(RobolectricTestRunner.class)
public class ProcessDeathTest {
  /** More than the sockets' buffers hold: it is out only when the service has read it. */
  private static final byte[] LARGE = new byte[16 * 1024 * 1024];

  @Rule public final Service service = new Service();

  private Screen screen;

  @Before
  public void open() {
    Scans.with(LARGE);
    screen = new Screen();
  }

  @After
  public void close() {
    screen.close();
  }

  @Test
  public void theSameJobIsFinished() {
    service.simulator.nextJob(Job.completing().after(10, TimeUnit.MINUTES));
    screen.send(Scans.URI);
    screen.until("processing");

    screen.leave();
    screen.dieAndComeBack();
    service.time.advance(10, TimeUnit.MINUTES);
    screen.until("Processor cp_12345");

    assertEquals(1, service.simulator.iterations().size());
    assertEquals(
        "Keep footnotes with their tables", screen.activity().feedback.getText().toString());
  }

  @Test
  public void aJobThatWasAcceptedInTheBackgroundIsFinished() {
    acceptedInTheBackground();

    screen.dieAndComeBack();
    screen.until("Processor cp_12345");

    assertEquals(1, service.simulator.iterations().size());
  }

  @Test
  public void startedAnewTheApplicationKnowsTheJobToo() {
    acceptedInTheBackground();

    screen.dieAndStartAnew();
    screen.until("Processor cp_12345");

    assertEquals(1, service.simulator.iterations().size());
  }

  @Test
  public void betweenTheBodyAndTheAnswerTheJobIsUnknownAndNothingIsSentAgain() {
    service.simulator.fault(On.ITERATE, Fault.stall());
    screen.send(Scans.URI);
    mainThreadUntil(() -> service.simulator.iterations().size() == 1);

    screen.leave();
    screen.dieAndComeBack();
    screen.until("It is not known whether the last document was accepted.");

    assertTrue(screen.activity().choose.isEnabled());
    assertEquals(1, service.simulator.requests(On.ITERATE).size());
  }

  @Test
  public void whatWasRefusedIsNotUnknown() {
    service.simulator.fault(On.ITERATE, Fault.answer(Answer.status(422).body("{}")));
    screen.send(Scans.URI);
    screen.until("422");

    screen.leave();
    screen.dieAndComeBack();
    screen.until("Choose a document");
  }

  @Test
  public void whatWasCancelledIsForgotten() {
    service.simulator.nextJob(Job.neverEnding());
    screen.send(Scans.URI);
    screen.until("processing");
    screen.activity().cancel.performClick();

    screen.leave();
    screen.dieAndComeBack();
    screen.until("Choose a document");
  }

  @Test
  public void theWorkerWatchesWhileTheScreenCannotBeSeen() {
    acceptedInTheBackground();
    WorkInfo work = work().get(0);

    WorkManagerTestInitHelper.getTestDriver(Service.application())
        .setAllConstraintsMet(work.getId());
    mainThreadUntil(() -> work().get(0).getState() == WorkInfo.State.SUCCEEDED);

    assertEquals("cp_12345", work().get(0).getOutputData().getString(WatchWorker.PROCESSOR_ID));
    assertEquals(1, service.simulator.iterations().size());
  }

  @Test
  public void theWorkerTakesOverWhenTheScreenIsLeftAndEndsWhenItComesBack() {
    service.simulator.nextJob(Job.neverEnding());
    screen.send(Scans.URI);
    screen.until("processing");
    assertEquals(0, work().size());

    screen.leave();
    mainThreadUntil(() -> work().size() == 1);
    assertEquals(WorkInfo.State.ENQUEUED, work().get(0).getState());

    screen.comeBack();
    mainThreadUntil(() -> work().get(0).getState() == WorkInfo.State.CANCELLED);
  }

  /** The screen was left before, so its saved state does not know of it. */
  private void acceptedInTheBackground() {
    service.simulator.fault(On.ITERATE, Fault.stall().at(Phase.REQUEST_BODY).afterBytes(1));
    screen.send(Scans.URI);
    service.untilTheUploadIsHeld();
    screen.leave();
    service.simulator.release();
    mainThreadUntil(() -> work().size() == 1);
    assertEquals(0, service.simulator.requests(On.STATUS).size());
  }

  private static List<WorkInfo> work() {
    try {
      return WorkManager.getInstance(Service.application())
          .getWorkInfosForUniqueWork(WatchWorker.NAME)
          .get();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
