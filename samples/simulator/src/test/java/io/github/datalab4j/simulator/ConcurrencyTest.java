package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many callers at once. */
final class ConcurrencyTest extends WireTest {
  private static final int CALLERS = 8;
  private static final int CALLS = 25;

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

  @AfterEach
  void stopCallers() throws InterruptedException {
    callers.shutdownNow();
    assertTrue(callers.awaitTermination(10, TimeUnit.SECONDS));
  }

  @Test
  void everyJobHasAKeyOfItsOwn() throws Exception {
    Set<String> keys = ConcurrentHashMap.newKeySet();
    allAtOnce(() -> keys.add(client.accepted()));

    assertEquals(CALLERS * CALLS, keys.size());
    assertEquals(CALLERS * CALLS, datalab.iterations().size());
  }

  @Test
  void everyQueuedScriptIsPlayedOnce() throws Exception {
    for (int i = 0; i < CALLERS * CALLS; i++) {
      datalab.nextJob(Job.words("word-" + i));
    }
    Set<String> words = ConcurrentHashMap.newKeySet();
    allAtOnce(() -> words.add(client.status(client.accepted()).string("status")));

    assertEquals(CALLERS * CALLS, words.size());
  }

  @Test
  void theNthCallIsStruckOnce() throws Exception {
    ActiveFault fault = datalab.fault(On.STATUS.call(CALLS), Fault.status(500));
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    allAtOnce(() -> statuses.add(client.status("k").status));

    assertEquals(1, fault.hits());
    assertEquals(1, datalab.requests(On.STATUS.when(r -> r.status() == 500)).size());
    assertEquals(2, statuses.size());
  }

  @Test
  void theLimitHoldsForAllTogether() throws Exception {
    datalab.rateLimit(RateLimit.perMinute(CALLS));
    allAtOnce(() -> client.status("k"));

    assertEquals(CALLS, datalab.requests(On.STATUS.when(r -> r.status() == 404)).size());
    assertEquals(
        CALLS * (CALLERS - 1), datalab.requests(On.STATUS.when(r -> r.status() == 429)).size());
  }

  @Test
  void faultsMayBeSetAndRemovedWhileCallsAreServed() throws Exception {
    allAtOnce(
        () -> {
          ActiveFault fault = datalab.fault(On.ITERATE, Fault.header("x", "y"));
          int status = client.iterate().status;
          fault.remove();
          return status;
        });

    assertEquals(null, client.iterate().headers.get("x"));
  }

  private void allAtOnce(Callable<?> call) throws Exception {
    List<Future<?>> ends = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      ends.add(
          callers.submit(
              () -> {
                for (int j = 0; j < CALLS; j++) {
                  call.call();
                }
                return null;
              }));
    }
    for (Future<?> end : ends) {
      end.get(60, TimeUnit.SECONDS);
    }
  }
}
