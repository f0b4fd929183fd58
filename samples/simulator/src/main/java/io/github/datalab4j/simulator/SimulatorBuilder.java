package io.github.datalab4j.simulator;

import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * Settings of a {@link DatalabSimulator}. Without an API key set, every call is let in, with any
 * key or none.
 */
public final class SimulatorBuilder {
  private final Settings settings = new Settings();

  SimulatorBuilder() {}

  /** A key that is let in; may be called again. Others are answered with 401. */
  public SimulatorBuilder apiKey(String key) {
    settings.apiKeys.add(Objects.requireNonNull(key, "key"));
    return this;
  }

  /** A key that is known but has no access: 403. */
  public SimulatorBuilder forbiddenApiKey(String key) {
    settings.forbiddenKeys.add(Objects.requireNonNull(key, "key"));
    return this;
  }

  /** A processor that exists; may be called again. */
  public SimulatorBuilder processor(String id) {
    settings.processors.add(Objects.requireNonNull(id, "id"));
    return this;
  }

  /** Lets every processor id exist. By default only named ones do. */
  public SimulatorBuilder anyProcessor() {
    settings.anyProcessor = true;
    return this;
  }

  /** The port; 0, the default, takes a free one. */
  public SimulatorBuilder port(int port) {
    settings.port = port;
    return this;
  }

  /**
   * Speaks https only, by this context: its key manager has a certificate for {@code 127.0.0.1}
   * that the client trusts. Default: plain http.
   */
  public SimulatorBuilder tls(SSLContext context) {
    settings.tls = Objects.requireNonNull(context, "context");
    return this;
  }

  /** A path, such as {@code /datalab}, under which everything lies. Default: none. */
  public SimulatorBuilder pathPrefix(String prefix) {
    if (!prefix.isEmpty() && (!prefix.startsWith("/") || prefix.endsWith("/"))) {
      throw new IllegalArgumentException(
          "a prefix begins with a slash and does not end with one, was " + prefix);
    }
    settings.pathPrefix = prefix;
    return this;
  }

  /** The template of all check URLs; default {@link CheckUrl#ABSOLUTE}. */
  public SimulatorBuilder checkUrl(String template) {
    settings.checkUrl = Objects.requireNonNull(template, "template");
    return this;
  }

  /** The limit of the account; default {@link RateLimit#none}. */
  public SimulatorBuilder rateLimit(RateLimit limit) {
    settings.rateLimit = Objects.requireNonNull(limit, "limit");
    return this;
  }

  /** The largest file in bytes, above which 413 is answered; default 200,000,000. */
  public SimulatorBuilder maxFileBytes(long bytes) {
    settings.maxFileBytes = bytes;
    return this;
  }

  /** The largest text part in bytes, above which 413 is answered; default 16,777,216. */
  public SimulatorBuilder maxTextBytes(int bytes) {
    settings.maxTextBytes = bytes;
    return this;
  }

  /** How long results are kept after the end of their job; default one hour. */
  public SimulatorBuilder keepResults(long time, TimeUnit unit) {
    settings.keptMillis = unit.toMillis(time);
    return this;
  }

  /** How many requests and iterations are remembered, the newest; default 10,000. */
  public SimulatorBuilder keepRequests(int count) {
    settings.keptRequests = count;
    return this;
  }

  /** Takes {@code file_instructions} as they come, without a look into them. */
  public SimulatorBuilder acceptAnyFileInstructions() {
    settings.checkInstructions = false;
    return this;
  }

  /** The time to live by; by default the real one. */
  public SimulatorBuilder time(SimulatorTime time) {
    settings.time = Objects.requireNonNull(time, "time");
    return this;
  }

  /** The source of lookup keys and ids; a seeded one makes them the same in every run. */
  public SimulatorBuilder random(Random random) {
    settings.random = Objects.requireNonNull(random, "random");
    return this;
  }

  /** Starts a simulator with the settings of this moment; it listens when this returns. */
  public DatalabSimulator start() {
    return new DatalabSimulator(new Settings(settings));
  }
}
