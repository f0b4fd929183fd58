package io.github.datalab4j.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Puts every test of Jupiter under the rule; registered by {@code META-INF/services}. What a class
 * shares and closes in {@link AfterAll} may keep its threads until then.
 */
public final class NothingLeftExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private static final Namespace OURS = Namespace.create(NothingLeftExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    context.getStore(OURS).put(NewThreads.class, new NewThreads());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    NothingLeft.begin();
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    NothingLeft.end(closesInTheEnd(context.getRequiredTestClass()));
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    NewThreads threads = context.getStore(OURS).get(NewThreads.class, NewThreads.class);
    assertEquals(Collections.emptyList(), threads.left(), "threads are left");
  }

  private static boolean closesInTheEnd(Class<?> test) {
    return Arrays.stream(test.getDeclaredMethods())
        .anyMatch(method -> method.isAnnotationPresent(AfterAll.class));
  }
}
