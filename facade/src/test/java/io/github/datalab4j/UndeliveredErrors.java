package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails the test that leaves an error to {@link RxJavaPlugins#onError}, unless it takes it. */
final class UndeliveredErrors implements BeforeEachCallback, AfterEachCallback {
  private final List<Throwable> errors = new CopyOnWriteArrayList<>();

  /** The errors so far, which are then forgiven. */
  List<Throwable> take() {
    List<Throwable> taken = new CopyOnWriteArrayList<>(errors);
    errors.clear();
    return taken;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    RxJavaPlugins.setErrorHandler(errors::add);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    RxJavaPlugins.setErrorHandler(null);
    assertEquals(Collections.emptyList(), errors, "undelivered errors");
  }
}
