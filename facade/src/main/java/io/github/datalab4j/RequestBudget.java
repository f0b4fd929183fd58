package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import java.util.concurrent.TimeUnit;

/**
 * The requests that a client may make. Every submission, every poll of every job, and every call by
 * a generated interface takes one permit before it is sent, so that a thousand jobs together keep
 * to the account's limit.
 *
 * <p>The default, {@link #perMinute(int) perMinute(200)}, lives in memory and knows of one process.
 * A fleet of machines shares one budget by an implementation over a store that it already has.
 *
 * <p>An implementation is safe for any thread. What it promises:
 *
 * <ul>
 *   <li>permits are granted in the order of the subscriptions, so that no job starves;
 *   <li>a wait holds no thread;
 *   <li>disposing a wait gives its place back.
 * </ul>
 *
 * <p>A submission holds its permit while it waits for one of the 64 uploads that go at once, and
 * while it is uploaded: as many long uploads as there are requests a minute delay every poll.
 *
 * <p>When {@code acquire()} signals an error, the poll is not made, and counts as a failure.
 */
public interface RequestBudget {
  /**
   * Waits for a permit. Cold: each subscription takes one permit, completes when it may make one
   * request, and may do so at once, on the subscribing thread. Whoever gets one says by {@link
   * #release()} when its request is over, also if none was made.
   *
   * <p>A client calls and subscribes on a thread of its own, so that one that blocks all the same
   * holds up its own request only. A wait that is given up while it blocks is interrupted.
   */
  Completable acquire();

  /**
   * The request of one permit is over: it was answered, it failed, or it was given up. The client
   * calls this once for each permit that it was granted, from any thread.
   *
   * <p>The service counts a request when it arrives, which may be long after its permit on a slow
   * way, and is not after its answer. So a budget that is never to be overrun counts a request from
   * its permit on and for a minute after its end. By default nothing is done: that suits a budget
   * that counts permits only, and keeps something in hand for requests that are late.
   *
   * <p>It may block: a client calls it on a thread of its own. What it throws goes to RxJava's
   * error handler.
   */
  default void release() {}

  /**
   * The service answered 429: everybody who shares the budget is to slow down. It may block, and
   * what it throws goes to RxJava's error handler, as with {@link #release()}.
   *
   * @param retryAfter how long the service asked to be left alone, 0 if it did not say
   * @param unit of {@code retryAfter}
   */
  void throttled(long retryAfter, TimeUnit unit);

  /**
   * A budget in memory: a smooth rate with a small burst, at most {@code requests} in any 60
   * seconds.
   *
   * <p>After a pause, a twentieth of {@code requests} (at least 1) may go at once; the others
   * follow at even distances, 319 ms for 200 requests.
   *
   * <p>A request counts from its permit until a minute, at most 61 s, after its end, because the
   * service may have counted it at any moment between the two: {@code requests} are never overrun,
   * however slow the way there. What is slow to end therefore uses more of the budget, an upload of
   * five minutes as much as six polls; and who calls {@link #acquire()} himself and never {@link
   * #release()} uses a permit up for good. Only a request that is given up, by its timeout or by
   * dispose, may arrive after its end; what is above a minute is for those.
   *
   * <p>A 429 stops all permits for the time that the service asked for, at least 1 s and at most 1
   * hour, and halves the rate, at most once in 10 s and not below one request a minute. While no
   * 429 follows, the rate grows back by a quarter a minute.
   *
   * <p>The default of a client is 200 a minute. The published limits are 10 to 400 a minute for a
   * whole account, by plan; half of the largest leaves room for the account's other uses. With a
   * smaller plan, give its number: it costs less than the 429s that teach it.
   *
   * <p>Waits are timed on a daemon thread of the budget's own, which is there only while something
   * waits, and permits that were waited for are granted there.
   *
   * @param requests 1 to 1,000,000
   */
  static RequestBudget perMinute(int requests) {
    return new MemoryBudget(requests, new ClientTimer().scheduler());
  }
}
