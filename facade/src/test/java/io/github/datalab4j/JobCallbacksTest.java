package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import org.junit.jupiter.api.Test;

/** On which threads a job is heard of, and what its listener hears. */
class JobCallbacksTest {
  private final JobFixture jobs = new JobFixture();

  // Threads

  @Test
  void everythingArrivesOnTheCallbackScheduler() {
    TestScheduler main = new TestScheduler();
    jobs.callbacks = main;
    jobs.polls.then(Statuses.COMPLETED);
    GenerationJob job = jobs.resumed();
    TestObserver<ProcessorStatus> statuses = job.statuses().test();
    TestObserver<GeneratedProcessor> result = job.result().test();
    TestObserver<String> token = job.token().test();
    TestObserver<JobEvent> events = job.events().test();
    jobs.seconds(5);

    statuses.assertEmpty();
    result.assertEmpty();
    token.assertEmpty();
    events.assertEmpty();
    main.triggerActions();
    statuses.assertResult(Statuses.COMPLETED);
    result.assertComplete();
    token.assertComplete();
    events.assertComplete();
  }

  @Test
  void itemsBeforeAnErrorAreNotLostOnTheWay() {
    TestScheduler main = new TestScheduler();
    jobs.callbacks = main;
    jobs.polls.then(Statuses.PROCESSING);
    TestObserver<ProcessorStatus> statuses = jobs.resumed().statuses().test();
    jobs.seconds(1);
    jobs.open.close();
    main.triggerActions();

    statuses.assertFailure(ClientClosedException.class, Statuses.PROCESSING);
  }

  // The listener

  @Test
  void listenerHearsEachPollOnceHoweverManySubscribers() {
    jobs.polls.thenBad(1, JobFixture.unavailable(502)).then(Statuses.COMPLETED);
    GenerationJob job = jobs.resumed();
    TestObserver<ProcessorStatus> one = job.statuses().test();
    TestObserver<ProcessorStatus> two = job.statuses().test();
    jobs.seconds(5);

    one.assertComplete();
    two.assertComplete();
    assertEquals("[bad 1, poll 2 completed]", jobs.heard.toString());
  }

  @Test
  void listenerHearsHowAWatchFails() {
    jobs.polls.then(
        PollAnswer.fatal(new UnknownJobException("gone", 404, JobFixture.notApplicable(), null)));
    TestObserver<ProcessorStatus> statuses = jobs.resumed().statuses().test();
    jobs.seconds(5);

    statuses.assertError(UnknownJobException.class);
    assertEquals("[failed unknown_job]", jobs.heard.toString());
  }
}
