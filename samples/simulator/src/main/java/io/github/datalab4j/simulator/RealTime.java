package io.github.datalab4j.simulator;

import io.netty.channel.EventLoop;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Time as it passes: the wall clock at the start, the monotonic one from there on. */
final class RealTime implements SimulatorTime {
  private final EventLoop loop;
  private final long startMillis = Clock.systemUTC().millis();
  private final long startNanos = System.nanoTime();

  RealTime(EventLoop loop) {
    this.loop = loop;
  }

  @Override
  public long millis() {
    return startMillis + (System.nanoTime() - startNanos) / 1_000_000;
  }

  @Override
  public void schedule(Runnable task, long delayMillis) {
    Future<?> unused = loop.schedule(task, delayMillis, TimeUnit.MILLISECONDS);
  }
}
