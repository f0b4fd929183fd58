package io.github.datalab4j.simulator;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request as far as it has arrived: head at once, the rest as it comes. Every method gives the
 * state of the moment and may be called from any thread, while the request is running and after.
 */
public final class ReceivedRequest {
  final Route route;
  private final Changes changes;
  private final String method;
  private final String target;
  private final List<Header> headers;
  private final long receivedAt;
  private final int connection;
  private volatile long bodyBytes;
  private volatile boolean bodyComplete;
  private volatile boolean closedByClient;
  private volatile boolean answered;
  private volatile int status;

  ReceivedRequest(
      Changes changes,
      Route route,
      String method,
      String target,
      List<Header> headers,
      long receivedAt,
      int connection) {
    this.changes = changes;
    this.route = route;
    this.method = method;
    this.target = target;
    this.headers = headers;
    this.receivedAt = receivedAt;
    this.connection = connection;
  }

  /** The method, as it was sent. */
  public String method() {
    return method;
  }

  /** Path and query to the letter, still encoded. */
  public String target() {
    return target;
  }

  /** The path without the query, still encoded. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The header lines in their order, as they were sent. */
  public List<Header> headers() {
    return headers;
  }

  /** The first header of that name, without regard to case; null if there is none. */
  public @Nullable String header(String name) {
    return Header.first(headers, name);
  }

  /** When the head had arrived: milliseconds since 1970 UTC by the simulator's time. */
  public long receivedAtMillis() {
    return receivedAt;
  }

  /** The number of the connection it came on, from 1. */
  public int connection() {
    return connection;
  }

  /** How many bytes of the body have been read so far, without the framing of chunks. */
  public long bodyBytes() {
    return bodyBytes;
  }

  /** Whether the whole request has been read. */
  public boolean isBodyComplete() {
    return bodyComplete;
  }

  /** The status that was sent or begun to be sent; 0 while there is none. */
  public int status() {
    return status;
  }

  /** Whether the answer was handed to the socket to its last byte. */
  public boolean isAnswered() {
    return answered;
  }

  /** Whether the client closed the connection while this was the last request on it. */
  public boolean isClosedByClient() {
    return closedByClient;
  }

  /** Waits until the client has closed the connection; false when the time has passed before. */
  public boolean awaitClosedByClient(long timeout, TimeUnit unit) throws InterruptedException {
    return changes.await(this::isClosedByClient, timeout, unit);
  }

  /** Waits until so many bytes of the body were read; false when the time has passed before. */
  public boolean awaitBodyBytes(long bytes, long timeout, TimeUnit unit)
      throws InterruptedException {
    return changes.await(() -> bodyBytes >= bytes, timeout, unit);
  }

  /** Waits until the whole answer was sent; false when the time has passed before. */
  public boolean awaitAnswered(long timeout, TimeUnit unit) throws InterruptedException {
    return changes.await(this::isAnswered, timeout, unit);
  }

  boolean isIterate() {
    return route.operation == Route.Operation.ITERATE;
  }

  boolean isStatus() {
    return route.operation == Route.Operation.STATUS;
  }

  void bodyArrived(long total) {
    bodyBytes = total;
    changes.happened();
  }

  void bodyCompleted() {
    bodyComplete = true;
    changes.happened();
  }

  void answering(int status) {
    this.status = status;
    changes.happened();
  }

  void answered() {
    answered = true;
    changes.happened();
  }

  void closedByClient() {
    closedByClient = true;
    changes.happened();
  }

  @Override
  public String toString() {
    return method
        + ' '
        + target
        + " ("
        + bodyBytes
        + (bodyComplete ? " bytes" : " bytes so far")
        + (status == 0 ? ", no answer" : ", " + status)
        + (closedByClient ? ", closed by the client)" : ")");
  }
}
