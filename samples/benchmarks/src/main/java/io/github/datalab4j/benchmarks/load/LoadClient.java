package io.github.datalab4j.benchmarks.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import okhttp3.Interceptor;
import okhttp3.Response;

/** The client of a load run, which watches all jobs at once. */
final class LoadClient {
  private final LoadPlan plan;
  private final Watcher watcher;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicLongArray seenAt;
  private final CountDownLatch over;

  LoadClient(String url, LoadPeer peer, LoadPlan plan) {
    this.plan = plan;
    this.watcher = peer.watcher(url, plan.perMinute(), plan.second(), this::counted);
    this.seenAt = new AtomicLongArray(plan.jobs());
    this.over = new CountDownLatch(plan.jobs());
  }

  /**
   * In a process of its own: the address, the peer, the plan. Its first line says that it is ready.
   * When it is told to start, its second line is a {@link LoadOutcome}, when all jobs are over.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    LoadClient client =
        new LoadClient(arguments[0], LoadPeer.valueOf(arguments[1]), LoadPlan.parse(arguments[2]));
    System.out.println("ready");
    if (System.in.read() >= 0) {
      System.out.println(client.watch());
    }
    System.exit(0); // threads of peers may live on
  }

  private Response counted(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    requests.incrementAndGet();
    if (response.code() == 429) {
      refused.incrementAndGet();
    }
    return response;
  }

  /** Watches all jobs until each is over, or given up. */
  LoadOutcome watch() throws InterruptedException {
    double heap = LiveHeap.bytes();
    double cpu = cpuNanos();
    for (int number = 0; number < plan.jobs(); number++) {
      int job = number;
      watcher.watch(
          "job-" + job,
          () -> {
            seenAt.set(job, Clock.systemUTC().millis());
            over.countDown();
          },
          reason -> over.countDown());
    }
    boolean allOver = over.await(plan.shortest() / 2, TimeUnit.MILLISECONDS);
    heap = allOver ? 0 : LiveHeap.bytes() - heap; // in a smoke they are
    over.await();
    cpu = cpuNanos() - cpu;
    int jobs = plan.jobs();
    return new LoadOutcome(
        IntStream.range(0, jobs).mapToObj(seenAt::get).toList(),
        requests.get(),
        refused.get(),
        cpu / 1e6 / jobs,
        heap / jobs);
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
