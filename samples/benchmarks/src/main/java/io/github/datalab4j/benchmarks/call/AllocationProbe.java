package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.benchmarks.json.Body;
import io.github.datalab4j.benchmarks.probe.Probe;
import io.github.datalab4j.benchmarks.probe.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** What the bytes of one poll are allocated for, by a flight recording of every allocation. */
public final class AllocationProbe implements Probe {
  /**
   * Only what is allocated outside of a thread's buffer is recorded each time; and by the serial
   * collector compiled code allocates outside of them on its own, which is not recorded.
   */
  static final String[] JVM = {
    "-XX:+UseG1GC", "-XX:-UseTLAB", "-XX:FlightRecorderOptions=stackdepth=256"
  };

  private static final String ALLOCATION = "jdk.ObjectAllocationOutsideTLAB";
  private static final int TICKS = 1_000;
  private static final int LATE_WARM_UP = 20 * TICKS;

  @Override
  public List<Reading> read(String peer, boolean smoke) throws Exception {
    int ticks = smoke ? 5 : TICKS;
    try (ServerProcess server = ServerProcess.start(Body.PROCESSING)) {
      Ticks polls = Ticks.of(peer, server.url());
      polls.warmUp(smoke);
      polls.run(smoke ? 1 : LATE_WARM_UP);
      Map<Allocated, Long> bytes = new EnumMap<>(Allocated.class);
      for (RecordedEvent allocation : recorded(polls, ticks)) {
        @Nullable RecordedThread thread = allocation.getThread();
        if (thread != null && ThreadRole.of(thread.getJavaName()).isPresent()) {
          bytes.merge(cause(allocation), allocation.getLong("allocationSize"), Long::sum);
        }
      }
      List<Reading> readings = new ArrayList<>();
      for (Allocated cause : Allocated.values()) {
        if (peer.equals(Peers.OURS) && !bytes.containsKey(cause)) {
          throw new IllegalStateException("Nothing was allocated for " + cause.what);
        }
        double each = (double) bytes.getOrDefault(cause, 0L) / ticks;
        readings.add(new Reading(cause.what, "B", each));
      }
      return readings;
    }
  }

  private static List<RecordedEvent> recorded(Ticks polls, int ticks) throws Exception {
    Path file = Files.createTempFile("ticks", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable(ALLOCATION).withStackTrace();
      recording.start();
      polls.run(ticks);
      recording.stop();
      recording.dump(file);
      return RecordingFile.readAllEvents(file);
    } finally {
      Files.delete(file);
    }
  }

  private static Allocated cause(RecordedEvent allocation) {
    @Nullable RecordedStackTrace stack = allocation.getStackTrace();
    return stack == null
        ? Allocated.FOR_THE_REST
        : Allocated.by(stack.getFrames().stream().map(frame -> name(frame.getMethod())));
  }

  private static String name(RecordedMethod method) {
    return method.getType().getName() + "." + method.getName();
  }
}
