package io.github.datalab4j.android;

import static org.junit.Assert.assertEquals;

import android.os.Looper;
import androidx.work.testing.WorkManagerTestInitHelper;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.ManualTime;
import io.github.datalab4j.simulator.On;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
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

  /** Until an upload that {@code Fault.stall()} was set for can be let go on. */
  void untilTheUploadIsHeld() {
    mainThreadUntil(() -> simulator.requests(On.ITERATE).size() == 1);
    assertEquals(true, inTime(() -> simulator.awaitStalled(1, 60, TimeUnit.SECONDS)));
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
    Completable.complete().subscribeOn(SampleApplication.FILES).blockingAwait(); // what was queued
    WorkManagerTestInitHelper.closeWorkDatabase();
    boolean released = released();
    simulator.close();
    RxJavaPlugins.setErrorHandler(null);
    assertEquals(Collections.emptyList(), undelivered);
    assertEquals("connections were released", true, released);
  }

  private boolean released() {
    return inTime(() -> simulator.awaitOpenConnections(0, 60, TimeUnit.SECONDS));
  }

  private static boolean inTime(Callable<Boolean> happens) {
    try {
      return happens.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
