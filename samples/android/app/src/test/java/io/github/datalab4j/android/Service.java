package io.github.datalab4j.android;

import static org.junit.Assert.assertEquals;

import android.os.Looper;
import androidx.work.testing.WorkManagerTestInitHelper;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.ManualTime;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.rules.ExternalResource;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.Shadows;

/** A simulated service that the application talks to; nothing may be left of a test. */
final class Service extends ExternalResource {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  final ManualTime time = new ManualTime();
  DatalabSimulator simulator;
  private final List<Throwable> undelivered = new CopyOnWriteArrayList<>();

  static TestApplication application() {
    return (TestApplication) RuntimeEnvironment.getApplication();
  }

  /** Lets the main thread, which runs the test, do its work until something has happened. */
  static void mainThreadUntil(BooleanSupplier happened) {
    mainThreadUntil(happened, () -> "it has not happened");
  }

  static void mainThreadUntil(BooleanSupplier happened, Supplier<String> otherwise) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(otherwise.get());
      }
      Shadows.shadowOf(Looper.getMainLooper()).idle();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  @Override
  protected void before() {
    RxJavaPlugins.setErrorHandler(undelivered::add);
    simulator =
        DatalabSimulator.builder().apiKey("test-key").processor("cp_12345").time(time).start();
    application().use(simulator.url());
  }

  @Override
  protected void after() {
    application().datalab().close();
    WorkManagerTestInitHelper.closeWorkDatabase();
    boolean released = released();
    simulator.close();
    RxJavaPlugins.setErrorHandler(null);
    assertEquals(Collections.emptyList(), undelivered);
    assertEquals("connections were released", true, released);
  }

  private boolean released() {
    try {
      return simulator.awaitOpenConnections(0, 60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
