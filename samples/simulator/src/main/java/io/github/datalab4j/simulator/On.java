package io.github.datalab4j.simulator;

import java.util.function.Predicate;

/**
 * Which calls are meant: those of an operation, perhaps only the nth of them, perhaps only those
 * that satisfy a condition. Immutable. Calls are counted from 1, after the condition, since the
 * fault was set or, when asking for requests, since the first kept request.
 */
public final class On {
  /** Every request. */
  public static final On ANY = new On("ANY", request -> true);

  /** {@code POST .../{processor_id}/iterate} under either prefix. */
  public static final On ITERATE = new On("ITERATE", ReceivedRequest::isIterate);

  /** {@code GET .../{lookup_key}} under either prefix. */
  public static final On STATUS = new On("STATUS", ReceivedRequest::isStatus);

  /** Every new connection, before a byte of it is read. Takes no condition. */
  public static final On CONNECTION = new On("CONNECTION", request -> false);

  private final String name;
  private final Predicate<? super ReceivedRequest> condition;
  private final long first;
  private final long last;

  private On(String name, Predicate<? super ReceivedRequest> condition) {
    this(name, condition, 1, Long.MAX_VALUE);
  }

  private On(String name, Predicate<? super ReceivedRequest> condition, long first, long last) {
    this.name = name;
    this.condition = condition;
    this.first = first;
    this.last = last;
  }

  /** Requests with that method and exactly that path (query not counted, still encoded). */
  public static On path(String method, String path) {
    return ANY.named(method + ' ' + path)
        .when(request -> request.method().equals(method) && request.path().equals(path));
  }

  /** Only the nth call, from 1. */
  public On call(int n) {
    return calls(n, n);
  }

  /** Only the calls from {@code first} to {@code last}, both included, from 1. */
  public On calls(int first, int last) {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("no call is between " + first + " and " + last);
    }
    return new On(name, condition, first, last);
  }

  /** The nth call, from 1, and all after it. */
  public On callsFrom(int n) {
    return new On(name, condition, n, Long.MAX_VALUE);
  }

  /**
   * Only calls that satisfy the condition; it is asked when the head of a request was read. What it
   * throws while it is asked about a fault, that fault does not strike for, and the simulator's
   * {@code await} methods and {@link DatalabSimulator#close close} throw as an {@link
   * AssertionError}.
   */
  public On when(Predicate<? super ReceivedRequest> condition) {
    if (isConnection()) {
      throw new IllegalArgumentException("On.CONNECTION comes before any request: no condition");
    }
    Predicate<? super ReceivedRequest> before = this.condition;
    return new On(name, request -> before.test(request) && condition.test(request), first, last);
  }

  boolean isConnection() {
    return name.equals("CONNECTION");
  }

  boolean isOperation(ReceivedRequest request) {
    return condition.test(request);
  }

  boolean includes(long call) {
    return call >= first && call <= last;
  }

  private On named(String name) {
    return new On(name, condition, first, last);
  }

  @Override
  public String toString() {
    if (first == 1 && last == Long.MAX_VALUE) {
      return name;
    }
    return name + (first == last ? " call " + first : " calls " + first + " to " + last);
  }
}
