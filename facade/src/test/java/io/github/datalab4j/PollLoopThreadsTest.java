package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleEmitter;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Subscribers that come and go on many real threads at once. */
class PollLoopThreadsTest {
  private static final int ROUNDS = 100;
  private static final int THREADS = 4;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private int inFlight;
  private int mostInFlight;
  private int sent;

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void thereAreNeverTwoRequestsAndNoneWhenAllHaveLeft() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      PollLoop<Integer> loop = loop(Integer.MAX_VALUE);
      inThreads(
          random -> {
            for (int i = 0; i < 20; i++) {
              TestObserver<Integer> one = loop.values().test();
              TestObserver<Integer> two = loop.values().test();
              one.dispose();
              if (random.nextInt(4) == 0) {
                assertTrue(loop.values().blockingFirst() > 0);
              }
              two.dispose();
            }
            return null;
          });
      synchronized (this) {
        assertEquals(0, inFlight);
        assertTrue(mostInFlight <= 1, mostInFlight + " in flight");
      }
    }
  }

  @Test
  void allWhoStaySeeGrowingValuesUpToTheTerminalOne() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      sent = 0;
      PollLoop<Integer> loop = loop(5);
      List<TestObserver<Integer>> staying =
          inThreads(
              random -> {
                TestObserver<Integer> stays = loop.values().test();
                loop.values().test().dispose();
                return stays;
              });
      for (TestObserver<Integer> stays : staying) {
        assertTrue(stays.await(30, SECONDS), "hangs");
        stays.assertNoErrors().assertComplete();
        for (int i = 1; i < stays.values().size(); i++) {
          assertEquals(stays.values().get(i - 1) + 1, stays.values().get(i));
        }
        assertEquals(5, stays.values().get(stays.values().size() - 1));
      }
    }
  }

  private interface Actor<R> {
    R act(Random random) throws Exception;
  }

  private <R> List<R> inThreads(Actor<R> actor) throws Exception {
    List<Callable<R>> actors = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      long seed = i;
      actors.add(() -> actor.act(new Random(seed)));
    }
    List<R> results = new ArrayList<>();
    for (Future<R> future : threads.invokeAll(actors)) {
      results.add(future.get());
    }
    return results;
  }

  private PollLoop<Integer> loop(int terminal) {
    return PollLoopFixture.loop(
        permit -> Single.create(this::send),
        value -> value >= terminal,
        PollPolicy.fixed(1, MILLISECONDS),
        RequestBudget.perMinute(1_000_000),
        Schedulers.computation(),
        new Random(1),
        new Ends());
  }

  /** As Retrofit does: what was disposed before it was sent is not sent. */
  private void send(SingleEmitter<PollAnswer<Integer>> emitter) {
    boolean[] flying = {false};
    emitter.setCancellable(() -> land(flying));
    int number;
    synchronized (this) {
      if (emitter.isDisposed()) {
        return;
      }
      flying[0] = true;
      mostInFlight = Math.max(mostInFlight, ++inFlight);
      number = ++sent;
    }
    Schedulers.io()
        .scheduleDirect(
            () -> {
              land(flying);
              emitter.onSuccess(PollAnswer.value(number, 0));
            });
  }

  private synchronized void land(boolean[] flying) {
    if (flying[0]) {
      flying[0] = false;
      inFlight--;
    }
  }

  private static final class Ends implements PollErrors<Integer> {
    @Override
    public Throwable deadlineExceeded(Integer last, Throwable lastBad) {
      return new AssertionError("deadline", lastBad);
    }

    @Override
    public Throwable tooManyFailures(int inARow, Throwable lastBad, Integer last) {
      return new AssertionError("failures", lastBad);
    }

    @Override
    public Throwable retryAfterBeyondDeadline(long retryAfterMillis, Integer last) {
      return new AssertionError("Retry-After");
    }

    @Override
    public Throwable closed() {
      return new AssertionError("closed");
    }
  }
}
