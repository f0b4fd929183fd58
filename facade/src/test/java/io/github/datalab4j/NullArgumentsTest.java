package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.functions.Predicate;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every public method that takes objects refuses null for each of them, at once. */
class NullArgumentsTest {
  private static final Map<Class<?>, Object> SAMPLES = samples();

  @TestFactory
  List<DynamicTest> nullIsRefusedAtOnce() {
    Datalab client = Datalab.builder().apiKey("key").build();
    List<DynamicTest> tests = new ArrayList<>();
    addTests(tests, client);
    addTests(tests, client.customProcessors());
    addTests(tests, Datalab.builder());
    return tests;
  }

  private static void addTests(List<DynamicTest> tests, Object target) {
    for (Method method : target.getClass().getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
        addTests(tests, target, method);
      }
    }
  }

  private static void addTests(List<DynamicTest> tests, Object target, Method method) {
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      if (types[i].isPrimitive() || method.getName().equals("equals")) {
        continue;
      }
      Object[] arguments = new Object[types.length];
      for (int j = 0; j < types.length; j++) {
        arguments[j] = j == i ? null : SAMPLES.get(types[j]);
      }
      tests.add(
          DynamicTest.dynamicTest(
              target.getClass().getSimpleName() + "." + method.getName() + ", argument " + i,
              () -> assertRefused(target, method, arguments)));
    }
  }

  private static void assertRefused(Object target, Method method, Object[] arguments) {
    InvocationTargetException thrown =
        assertThrows(InvocationTargetException.class, () -> method.invoke(target, arguments));
    Class<?> expected =
        method.getName().equals("apiKey")
            ? IllegalArgumentException.class
            : NullPointerException.class;
    assertEquals(expected, thrown.getCause().getClass());
  }

  private static Map<Class<?>, Object> samples() {
    Map<Class<?>, Object> samples = new HashMap<>();
    samples.put(long.class, 1L);
    samples.put(int.class, 1);
    samples.put(String.class, "cp_1");
    samples.put(TimeUnit.class, TimeUnit.SECONDS);
    samples.put(Duration.class, Duration.ofSeconds(1));
    samples.put(Iteration.class, Iteration.builder("r").build());
    samples.put(PollPolicy.class, PollPolicy.proportional());
    samples.put(Map.class, Collections.emptyMap());
    samples.put(OkHttpClient.class, new OkHttpClient());
    samples.put(Random.class, new Random());
    samples.put(Single.class, Single.never());
    samples.put(Predicate.class, (Predicate<Object>) value -> true);
    return samples;
  }
}
