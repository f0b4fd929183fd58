package io.github.datalab4j.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What holds after each test: no thread is left or was ended by an error, no error was
 * undeliverable, and the key is in nothing that was printed, logged or given to an observer or a
 * {@link WatchedListener}. That connections were given back is for {@link Traffic} to say, which
 * knows them; what was thrown is for {@code ThrownIT}.
 */
public final class NothingLeft {
  private static @Nullable NothingLeft current;

  private final NewThreads threads = new NewThreads();
  private final Output output = new Output();
  private final StreamEnds ends = new StreamEnds();
  private final Queue<Object> told = new ConcurrentLinkedQueue<>();
  private final List<Throwable> undelivered = new CopyOnWriteArrayList<>();
  private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

  /** The errors that nobody could be told so far, which are then forgiven. */
  public static List<Throwable> takeUndelivered() {
    List<Throwable> errors = now().undelivered;
    List<Throwable> taken = new ArrayList<>(errors);
    errors.removeAll(taken);
    return taken;
  }

  /** What was printed and logged up to now. */
  public static String printed() {
    return now().output.text();
  }

  /** Looks for the key in values that were told, in the end: looking takes time. */
  static void told(Object... values) {
    Collections.addAll(now().told, values);
  }

  private static NothingLeft now() {
    if (current == null) {
      throw new IllegalStateException("no test is running");
    }
    return current;
  }

  static void begin() {
    NothingLeft rule = new NothingLeft();
    current = rule;
    RxJavaPlugins.setErrorHandler(rule.undelivered::add);
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> rule.uncaught.add(error));
    rule.ends.watch();
    rule.output.start();
  }

  static void end(boolean mayKeepThreads) throws InterruptedException {
    NothingLeft rule = now();
    List<String> left;
    try {
      left = mayKeepThreads ? Collections.emptyList() : rule.threads.left();
    } finally {
      rule.output.stop();
      RxJavaPlugins.reset();
      Thread.setDefaultUncaughtExceptionHandler(null);
      current = null;
    }
    rule.told.forEach(rule.ends::look);
    assertEquals(Collections.emptyList(), left, "threads are left");
    assertEquals(Collections.emptyList(), rule.undelivered, "errors were undeliverable");
    assertEquals(Collections.emptyList(), rule.uncaught, "threads ended by an error");
    assertEquals(
        Collections.emptyList(), rule.ends.leaks(), "an observer or listener was told the key");
    assertFalse(Canary.isIn(rule.output.text()), "the key was printed");
  }
}
