package io.github.datalab4j.simulator;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What a builder was told; copied before use. */
final class Settings {
  static final long MEGABYTE = 1_000_000;

  int port;
  String pathPrefix = "";
  String checkUrl = CheckUrl.ABSOLUTE;
  boolean anyProcessor;
  boolean checkInstructions = true;
  long maxFileBytes = 200 * MEGABYTE;
  int maxTextBytes = 16 << 20;
  long keptMillis = TimeUnit.HOURS.toMillis(1);
  int keptRequests = 10_000;
  RateLimit rateLimit = RateLimit.none();
  Random random = new Random();
  @Nullable SimulatorTime time;
  @Nullable SSLContext tls;
  final Set<String> apiKeys = new HashSet<>();
  final Set<String> forbiddenKeys = new HashSet<>();
  final Set<String> processors = new HashSet<>();

  Settings() {}

  Settings(Settings other) {
    port = other.port;
    pathPrefix = other.pathPrefix;
    checkUrl = other.checkUrl;
    anyProcessor = other.anyProcessor;
    checkInstructions = other.checkInstructions;
    maxFileBytes = other.maxFileBytes;
    maxTextBytes = other.maxTextBytes;
    keptMillis = other.keptMillis;
    keptRequests = other.keptRequests;
    rateLimit = other.rateLimit;
    random = other.random;
    time = other.time;
    tls = other.tls;
    apiKeys.addAll(other.apiKeys);
    forbiddenKeys.addAll(other.forbiddenKeys);
    processors.addAll(other.processors);
  }
}
