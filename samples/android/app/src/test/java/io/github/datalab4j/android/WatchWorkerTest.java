package io.github.datalab4j.android;

import static io.github.datalab4j.android.Service.mainThreadUntil;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import androidx.work.Data;
import androidx.work.ListenableWorker;
import androidx.work.ListenableWorker.Result;
import androidx.work.NetworkType;
import androidx.work.OneTimeWorkRequest;
import androidx.work.testing.TestListenableWorkerBuilder;
import com.google.common.util.concurrent.ListenableFuture;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

@RunWith(RobolectricTestRunner.class)
public class WatchWorkerTest {
  @Rule public final Service service = new Service();

  @Test
  public void watchesAnAcceptedJobToItsEnd() throws Exception {
    Result result = run(accepted(Job.completing().after(3)));
    assertEquals(Result.success(output(WatchWorker.PROCESSOR_ID, "cp_12345")), result);
    assertEquals(1, service.simulator.iterations().size());
  }

  @Test
  public void tellsWhyAJobFailed() throws Exception {
    Result result = run(accepted(Job.failing("The examples contradict each other")));
    assertTrue(result instanceof Result.Failure);
    String error = result.getOutputData().getString(WatchWorker.ERROR);
    assertTrue(error, error.contains("The examples contradict each other"));
  }

  @Test
  public void comesAgainWhereTheServiceIsAway() throws Exception {
    String token = accepted(Job.completing());
    service.simulator.fault(On.STATUS, Fault.status(503));
    assertEquals(Result.retry(), run(token));
  }

  @Test
  public void withoutATokenThereIsNothingToWatch() throws Exception {
    ListenableWorker worker =
        TestListenableWorkerBuilder.from(Service.application(), WatchWorker.class).build();
    assertEquals(Result.failure(), worker.startWork().get(60, TimeUnit.SECONDS));
  }

  @Test
  public void stopsPollingWhenTheSystemStopsIt() throws Exception {
    String token = accepted(Job.neverEnding());
    service.simulator.fault(On.STATUS.call(1), Fault.stall());
    ListenableWorker worker = worker(token);
    ListenableFuture<Result> ended = worker.startWork();
    mainThreadUntil(() -> service.simulator.requests(On.STATUS).size() == 1);

    worker.stop(0);

    assertTrue(
        service.simulator.requests(On.STATUS).get(0).awaitClosedByClient(60, TimeUnit.SECONDS));
    assertEquals(false, ended.isDone());
  }

  @Test
  public void asksForAConnection() {
    OneTimeWorkRequest request = WatchWorker.request("token");
    assertEquals(NetworkType.CONNECTED, request.getWorkSpec().constraints.getRequiredNetworkType());
    assertEquals("token", request.getWorkSpec().input.getString(WatchWorker.TOKEN));
  }

  private String accepted(Job job) {
    service.simulator.nextJob(job);
    AtomicReference<String> token = new AtomicReference<>();
    Disposable sending =
        Service.application()
            .datalab()
            .customProcessors()
            .iterate("cp_12345", Iteration.builder("Keep footnotes").build())
            .token()
            .subscribe(token::set);
    mainThreadUntil(() -> token.get() != null);
    sending.dispose();
    return token.get();
  }

  private Result run(String token) throws Exception {
    ListenableFuture<Result> ended = worker(token).startWork();
    mainThreadUntil(ended::isDone);
    return ended.get();
  }

  private static ListenableWorker worker(String token) {
    return TestListenableWorkerBuilder.from(Service.application(), WatchWorker.class)
        .setInputData(output(WatchWorker.TOKEN, token))
        .build();
  }

  private static Data output(String name, String value) {
    return new Data.Builder().putString(name, value).build();
  }
}
