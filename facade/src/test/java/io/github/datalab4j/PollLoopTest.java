package io.github.datalab4j;

import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observers.TestObserver;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The course of a watch: what is emitted, when is asked, how it ends. */
class PollLoopTest {
  private final PollLoopFixture f = new PollLoopFixture();

  @Test
  void emitsEveryAnswerUpToAndWithTheTerminalOne() {
    f.value("processing").value("processing").value("done");
    TestObserver<String> seen = f.everySecond().values().test();
    f.advance(10_000);
    seen.assertResult("processing", "processing", "done");
    assertEquals(asList(0L, 1000L, 2000L), f.requests);
  }

  @Test
  void asksNothingBeforeItIsSubscribedTo() {
    f.everySecond().values();
    f.everySecond().events();
    f.advance(10_000);
    assertEquals(0, f.requests.size());
    assertEquals(0, f.permits);
  }

  @Test
  void subscribingReturnsBeforeTheFirstRequest() {
    TestObserver<String> seen = f.everySecond().values().test();
    assertEquals(0, f.requests.size());
    seen.dispose();
  }

  @Test
  void waitsTheFirstDelayBeforeTheFirstPoll() {
    f.value("done");
    f.loop(PollPolicy.builder().firstDelay(7, TimeUnit.SECONDS).build())
        .values()
        .subscribe(new TestObserver<>());
    f.advance(60_000);
    assertEquals(asList(7000L), f.requests);
  }

  @Test
  void measuresTheWaitFromTheAnswer() {
    f.script.add(
        Single.just(PollAnswer.value("processing", 0)).delay(300, TimeUnit.MILLISECONDS, f.time));
    f.value("done");
    f.everySecond().values().subscribe(new TestObserver<>());
    f.advance(10_000);
    assertEquals(asList(0L, 1300L), f.requests);
  }

  @Test
  void proportionalWaitsATenthOfTheElapsedTime() {
    PollPolicy policy = PollPolicy.builder().jitter(0).build();
    f.loop(policy).values().take(60).subscribe(new TestObserver<>());
    f.advance(300_000);
    for (int i = 1; i < f.requests.size(); i++) {
      long elapsed = f.requests.get(i - 1);
      long expected = Math.max(1000, Math.min(15_000, Math.round(elapsed * 0.1)));
      assertEquals(elapsed + expected, f.requests.get(i), "poll " + i);
    }
  }

  @Test
  void jitterComesFromTheInjectedRandom() {
    PollPolicy policy = PollPolicy.builder().fixed(1, TimeUnit.SECONDS).jitter(0.5).build();
    f.loop(policy).values().take(3).subscribe(new TestObserver<>());
    f.advance(10_000);
    Random random = new Random(1);
    long first = Math.round(1000 * (1 + 0.5 * (2 * random.nextDouble() - 1)));
    long second = Math.round(1000 * (1 + 0.5 * (2 * random.nextDouble() - 1)));
    assertEquals(asList(0L, first, first + second), f.requests);
  }

  @Test
  void eventsTellOfBorneAnswersAndNumberTheTicks() {
    f.bad("502").value("processing").throttled(0).value("done");
    TestObserver<String> seen = f.everySecond().events().map(PollEvent::toString).test();
    f.advance(10_000);
    seen.assertResult(
        "#1 java.io.IOException: 502", "#2 processing", "#3 java.io.IOException: 429", "#4 done");
  }

  @Test
  void valuesAreSilentAboutBorneAnswers() {
    f.bad("502").value("processing").throttled(0).value("done");
    TestObserver<String> seen = f.everySecond().values().test();
    f.advance(10_000);
    seen.assertResult("processing", "done");
  }

  @Test
  void eachTickTakesOnePermit() {
    f.value("processing").bad("502").value("done");
    f.everySecond().values().subscribe(new TestObserver<>());
    f.advance(10_000);
    assertEquals(3, f.permits);
  }

  @Test
  void theTerminalValueIsReplayedWithoutARequest() {
    f.value("processing").value("done");
    PollLoop<String> loop = f.everySecond();
    loop.values().subscribe(new TestObserver<>());
    f.advance(10_000);
    loop.values().test().assertResult("done");
    f.advance(10_000);
    assertEquals(2, f.requests.size());
    assertEquals(2, f.permits);
  }

  @Test
  void theTerminalEventIsReplayedWithItsNumber() {
    f.bad("502").value("done");
    PollLoop<String> loop = f.everySecond();
    loop.values().subscribe(new TestObserver<>());
    f.advance(10_000);
    loop.events().map(PollEvent::toString).test().assertResult("#2 done");
  }

  @Test
  void aFatalErrorIsReplayedWithoutARequest() {
    f.value("processing").fatal("404");
    PollLoop<String> loop = f.everySecond();
    loop.values().subscribe(new TestObserver<>());
    f.advance(10_000);
    loop.values().test().assertFailure(IOException.class).assertNoValues();
    f.advance(10_000);
    assertEquals(2, f.requests.size());
  }

  @Test
  void aFatalAnswerEndsTheWatchAtOnce() {
    f.value("processing").fatal("404");
    TestObserver<String> seen = f.everySecond().values().test();
    f.advance(1000);
    PollLoopFixture.assertEnd(seen, "404", "processing");
  }

  @Test
  void aPredicateThatThrowsEndsTheWatchWithItsError() {
    PollLoop<String> loop =
        PollLoopFixture.loop(
            permit -> Single.just(PollAnswer.value("x", 0)),
            value -> {
              throw new IllegalStateException("mine");
            },
            PollPolicy.proportional(),
            f.budget,
            f.time,
            new Random(1),
            new PollLoopFixture.LoopErrors());
    TestObserver<String> seen = loop.values().test();
    f.advance(1000);
    PollLoopFixture.assertEnd(seen, "mine");
  }

  @Test
  void anOwnDelayThatThrowsEndsTheWatchAfterTheValueWithItsError() {
    PollPolicy policy =
        PollPolicy.custom(
            (polls, elapsed) -> {
              throw new IllegalStateException("mine");
            });
    TestObserver<String> seen = f.loop(policy).values().test();
    f.advance(1000);
    PollLoopFixture.assertEnd(seen, "mine", "processing");
  }

  @Test
  void anOwnDelaySeesThePollsAndTheElapsedTime() {
    StringBuilder asked = new StringBuilder();
    PollPolicy policy =
        PollPolicy.custom(
            (polls, elapsed) -> {
              asked.append(polls).append('@').append(elapsed).append(' ');
              return polls * 1000L;
            });
    f.value("processing").bad("502").value("processing").value("done");
    f.loop(policy).values().subscribe(new TestObserver<>());
    f.advance(60_000);
    assertEquals("1@0 2@1000 3@3000 ", asked.toString());
  }
}
