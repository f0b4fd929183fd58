package io.github.datalab4j.simulator;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A Datalab on loopback. Speaks the operations of custom processors as the service does, plays
 * scripted {@linkplain Job jobs} and {@linkplain Fault faults}, and tells what it was sent.
 *
 * <pre>{@code
 * try (DatalabSimulator datalab = DatalabSimulator.builder().apiKey("test-key").start()) {
 *   datalab.processor("cp_12345");
 *   datalab.nextJob(Job.completing().after(3));
 *   datalab.fault(On.STATUS.call(2), Fault.reset());
 *   // point the client at datalab.url()
 * }
 * }</pre>
 *
 * <p>Everything runs on one daemon thread of its own, however many connections there are. All
 * methods may be called from any thread but that one (conditions of {@link On#when} and tasks of a
 * {@link SimulatorTime} may run on it).
 */
public final class DatalabSimulator implements AutoCloseable {
  private final Listener listener = new Listener();
  private final Changes changes = new Changes();
  private final FaultRules rules = new FaultRules(changes);
  private final RequestLog log;
  private final Service service;
  private final Connections connections;
  private final String scheme;
  private final String prefix;

  DatalabSimulator(Settings settings) {
    SimulatorTime time = settings.time != null ? settings.time : new RealTime(listener.loop());
    scheme = settings.tls == null ? "http" : "https";
    prefix = settings.pathPrefix;
    log = new RequestLog(settings.keptRequests, changes);
    service = new Service(settings, time, this::url);
    connections = new Connections(settings, service, time, rules, log, changes);
    listener.listen(settings.port, connections);
  }

  /** Settings of a simulator to come. */
  public static SimulatorBuilder builder() {
    return new SimulatorBuilder();
  }

  /** The base URL: scheme, {@code 127.0.0.1}, port, and the path prefix if one was set. */
  public String url() {
    return scheme + "://127.0.0.1:" + listener.port() + prefix;
  }

  /** The port, the same until {@link #close}, even while connections are refused. */
  public int port() {
    return listener.port();
  }

  /** Makes a processor known; the iterate calls of all others are answered with 404. */
  public DatalabSimulator processor(String id) {
    service.addProcessor(Objects.requireNonNull(id, "id"));
    return this;
  }

  /** Queues the script for the next accepted iterate call that has none yet. */
  public DatalabSimulator nextJob(Job job) {
    service.scripts().add(Objects.requireNonNull(job, "job"));
    return this;
  }

  /** The script of every iterate call without one of its own; {@link Job#completing} at first. */
  public DatalabSimulator everyJob(Job job) {
    service.scripts().others(Objects.requireNonNull(job, "job"));
    return this;
  }

  /**
   * Starts a job as if it had been accepted now, by an earlier run of the program.
   *
   * @return its lookup key
   */
  public String startJob(String processorId, Job job) {
    if (job.refusal != null) {
      throw new IllegalArgumentException("a refused job does not start: " + job);
    }
    return service.start(Objects.requireNonNull(processorId, "processorId"), null, job);
  }

  /** Sets a fault; it stays until it is removed. Calls are counted from now. */
  public ActiveFault fault(On on, Fault fault) {
    return rules.add(on, fault);
  }

  /** Takes all faults back. What is stalled stays so, see {@link #release}. */
  public DatalabSimulator clearFaults() {
    rules.clear();
    return this;
  }

  /** Lets everything that {@link Fault#stall} holds go on. */
  public DatalabSimulator release() {
    connections.release();
    return this;
  }

  /** Sets another limit and begins to count anew. */
  public DatalabSimulator rateLimit(RateLimit limit) {
    service.window().limit(Objects.requireNonNull(limit, "limit"));
    return this;
  }

  /** From now on connecting fails ("connection refused"); open connections are closed. */
  public DatalabSimulator refuseConnections() {
    listener.refuse();
    closeConnections();
    return this;
  }

  /** Ends {@link #refuseConnections}, on the same port. */
  public DatalabSimulator acceptConnections() {
    listener.listen(listener.port(), connections);
    return this;
  }

  /** The requests whose head has arrived, aborted ones too, the oldest first. */
  public List<ReceivedRequest> requests() {
    return log.requests();
  }

  /** The requests that are meant, see {@link On}. */
  public List<ReceivedRequest> requests(On on) {
    return log.matching(on);
  }

  /** The iterate calls that arrived whole, refused ones too, the oldest first. */
  public List<ReceivedIteration> iterations() {
    return log.iterations();
  }

  /** Forgets what was received so far. */
  public DatalabSimulator forgetRequests() {
    log.clear();
    return this;
  }

  /**
   * Waits for the head of the first request that is meant, such as {@code On.STATUS.call(2)}, and
   * returns at once if it has come already.
   *
   * @throws AssertionError if none came within that (real) time, or a condition of {@link On#when}
   *     threw
   */
  public ReceivedRequest awaitRequest(On on, long timeout, TimeUnit unit)
      throws InterruptedException {
    ReceivedRequest request = log.await(on, timeout, unit);
    rules.check();
    return request;
  }

  /** How many connections are open now. */
  public int openConnections() {
    return connections.openCount();
  }

  /**
   * Waits until exactly so many connections are open; false when the time has passed before.
   *
   * @throws AssertionError if a condition of {@link On#when} threw
   */
  public boolean awaitOpenConnections(int count, long timeout, TimeUnit unit)
      throws InterruptedException {
    return await(() -> connections.openCount() == count, timeout, unit);
  }

  /**
   * Waits until at least so many connections are held by {@link Fault#stall}, so that {@link
   * #release} finds them; false when the time has passed before.
   *
   * @throws AssertionError if a condition of {@link On#when} threw
   */
  public boolean awaitStalled(int count, long timeout, TimeUnit unit) throws InterruptedException {
    return await(() -> connections.stalledCount() >= count, timeout, unit);
  }

  private boolean await(BooleanSupplier condition, long timeout, TimeUnit unit)
      throws InterruptedException {
    boolean came = changes.await(() -> rules.isBroken() || condition.getAsBoolean(), timeout, unit);
    rules.check();
    return came;
  }

  /**
   * Closes every connection and the port, and returns when the thread has ended.
   *
   * @throws AssertionError if a condition of {@link On#when} threw, and nobody was told so far
   */
  @Override
  public void close() {
    listener.stop();
    closeConnections();
    listener.close();
    rules.check();
  }

  private void closeConnections() {
    connections.closeAll();
    try {
      changes.await(() -> connections.openCount() == 0, 10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return "DatalabSimulator{" + url() + '}';
  }
}
