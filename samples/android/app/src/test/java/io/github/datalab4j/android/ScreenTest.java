package io.github.datalab4j.android;

import static io.github.datalab4j.android.Service.mainThreadUntil;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import android.os.Looper;
import androidx.lifecycle.ViewModelProvider;
import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.Phase;
import io.github.datalab4j.simulator.ReceivedIteration;
import io.github.datalab4j.simulator.ReceivedPart;
import io.github.datalab4j.simulator.ReceivedRequest;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okio.ByteString;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

@RunWith(RobolectricTestRunner.class)
public class ScreenTest {
  private static final byte[] CONTENT = "%PDF-1.7 a scanned page".getBytes(UTF_8);

  /** More than the sockets' buffers hold: it is out only when the service has read it. */
  private static final byte[] LARGE = new byte[16 * 1024 * 1024];

  @Rule public final Service service = new Service();

  private Screen screen;

  @Before
  public void open() {
    Scans.with(CONTENT);
    screen = new Screen();
  }

  @After
  public void close() {
    screen.close();
  }

  @Test
  public void aDocumentOfTheFilePickerIsSentAndItsProcessorShown() {
    screen.send(Scans.URI);
    screen.until("Processor cp_12345");

    ReceivedPart file = service.simulator.iterations().get(0).files().get(0);
    assertEquals("scan.pdf", file.fileName());
    assertEquals("application/pdf", file.mediaType());
    assertEquals(ByteString.of(CONTENT).sha256().hex(), file.sha256());
    assertEquals(
        "Keep footnotes with their tables", service.simulator.iterations().get(0).request());
  }

  @Test
  public void theDocumentIsOpenedAnewWhereTheServiceAsksToComeAgain() {
    Answer later = Answer.status(429).header("Retry-After", "0");
    service.simulator.fault(On.ITERATE.call(1), Fault.answer(later));
    screen.send(Scans.URI);
    screen.until("Processor cp_12345");

    List<ReceivedIteration> sent = service.simulator.iterations();
    assertEquals(2, sent.size());
    assertEquals(sent.get(0).files().get(0).sha256(), sent.get(1).files().get(0).sha256());
  }

  @Test
  public void rotationKeepsTheJob() {
    service.simulator.nextJob(Job.neverEnding());
    screen.send(Scans.URI);
    screen.until("processing");

    screen.rotate();

    assertEquals("processing", screen.text());
    int before = polls();
    mainThreadUntil(() -> polls() > before + 1);
    assertEquals(1, service.simulator.iterations().size());
  }

  @Test
  public void leavingTheScreenStopsThePollInFlightAndComingBackGoesOn() throws Exception {
    service.simulator.nextJob(Job.completing().after(1));
    service.simulator.fault(On.STATUS.call(1), Fault.stall());
    screen.send(Scans.URI);
    mainThreadUntil(() -> polls() == 1);

    screen.leave();

    ReceivedRequest poll = service.simulator.requests(On.STATUS).get(0);
    assertTrue(poll.awaitClosedByClient(60, TimeUnit.SECONDS));
    assertEquals(1, polls());
    screen.comeBack();
    screen.until("Processor cp_12345");
    assertEquals(1, service.simulator.iterations().size());
  }

  @Test
  public void anUploadGoesOnInTheBackground() {
    Scans.with(LARGE);
    service.simulator.fault(On.ITERATE, Fault.stall().at(Phase.REQUEST_BODY).afterBytes(1));
    screen.send(Scans.URI);
    service.untilTheUploadIsHeld();

    screen.leave();
    service.simulator.release();
    mainThreadUntil(() -> service.simulator.iterations().size() == 1);
    assertEquals(0, polls());

    screen.comeBack();
    screen.until("Processor cp_12345");
    assertEquals(1, service.simulator.iterations().size());
  }

  @Test
  public void cancelClosesTheUpload() throws Exception {
    Scans.with(LARGE);
    service.simulator.fault(On.ITERATE, Fault.stall().at(Phase.REQUEST_BODY).afterBytes(1));
    screen.send(Scans.URI);
    service.untilTheUploadIsHeld();

    screen.activity().cancel.performClick();

    ReceivedRequest upload = service.simulator.requests(On.ITERATE).get(0);
    service.simulator.release();
    assertTrue(upload.awaitClosedByClient(60, TimeUnit.SECONDS));
    assertEquals("Choose a document", screen.text());
    assertEquals(0, service.simulator.iterations().size());
  }

  @Test
  public void progressGoesUpToAllOfIt() {
    service.simulator.nextJob(Job.neverEnding());
    List<Integer> percents = new ArrayList<>();
    Disposable watching = model().states().subscribe(state -> percents.add(state.percent));
    screen.send(Scans.URI);
    screen.until("processing");
    watching.dispose();

    List<Integer> sorted = new ArrayList<>(percents);
    sorted.sort(null);
    assertEquals(sorted, percents);
    assertEquals(100, screen.activity().progress.getProgress());
  }

  @Test
  public void everyStateArrivesOnTheMainThread() {
    List<Thread> threads = new ArrayList<>();
    Disposable watching = model().states().subscribe(state -> threads.add(Thread.currentThread()));
    screen.send(Scans.URI);
    screen.until("Processor cp_12345");
    watching.dispose();

    threads.removeIf(Looper.getMainLooper().getThread()::equals);
    assertEquals(new ArrayList<>(), threads);
  }

  @Test
  public void whyAJobFailedIsShown() {
    service.simulator.nextJob(Job.failing("The examples contradict each other"));
    screen.send(Scans.URI);
    screen.until("The examples contradict each other");
    assertFalse(screen.activity().cancel.isEnabled());
    assertTrue(screen.activity().choose.isEnabled());
  }

  @Test
  public void whatTheServiceRefusesIsShown() {
    String detail =
        "{\"detail\": [{\"type\": \"missing\", \"loc\": [\"body\", \"files\", 0],"
            + " \"msg\": \"Field required\"}]}";
    service.simulator.fault(On.ITERATE, Fault.answer(Answer.status(422).body(detail)));
    screen.send(Scans.URI);
    screen.until("body.files.0: Field required");
    assertEquals(0, polls());
  }

  private IterationViewModel model() {
    return new ViewModelProvider(screen.activity()).get(IterationViewModel.class);
  }

  private int polls() {
    return service.simulator.requests(On.STATUS).size();
  }
}
