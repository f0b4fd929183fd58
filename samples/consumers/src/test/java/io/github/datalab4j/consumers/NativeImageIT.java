package io.github.datalab4j.consumers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the jars tell GraalVM's native-image, in the format of its reachability metadata 1.2.0. An
 * entry for the methods and one for the proxy is all that Retrofit needs of an interface.
 */
final class NativeImageIT {
  @ParameterizedTest
  @EnumSource(names = {"CLIENT", "FACADE"})
  void everyInterfaceOfRetrofitIsNamedAndNothingElse(Published published) throws Exception {
    try (JarFile jar = new JarFile(published.jar().orElseThrow().toFile())) {
      List<Class<?>> interfaces = interfaces(jar);
      Set<Object> expected = new HashSet<>();
      for (Class<?> type : interfaces) {
        expected.add(Map.of("type", type.getName(), "allDeclaredMethods", true));
        expected.add(Map.of("type", Map.of("proxy", List.of(type.getName()))));
      }

      assertFalse(interfaces.isEmpty());
      assertEquals(Map.of("reflection", expected), metadata(jar, published));
    }
  }

  private static Map<String, Object> metadata(JarFile jar, Published published) throws IOException {
    String name =
        "META-INF/native-image/io.github.datalab4j/"
            + published.artifact
            + "/reachability-metadata.json";
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      String text = new String(in.readAllBytes(), UTF_8);
      Map<?, ?> json = (Map<?, ?>) new Moshi.Builder().build().adapter(Object.class).fromJson(text);
      List<?> entries = (List<?>) json.get("reflection");
      Set<Object> asSet = new HashSet<>(entries);
      assertEquals(entries.size(), asSet.size(), text);
      assertEquals(Set.of("reflection"), json.keySet());
      return Map.of("reflection", asSet);
    }
  }

  private static List<Class<?>> interfaces(JarFile jar) throws ClassNotFoundException {
    List<Class<?>> interfaces = new ArrayList<>();
    List<String> names = jar.stream().map(entry -> entry.getName()).toList();
    for (String name : names) {
      if (name.endsWith(".class") && !name.endsWith("-info.class")) {
        String className = name.substring(0, name.length() - 6).replace('/', '.');
        Class<?> type = Class.forName(className, false, NativeImageIT.class.getClassLoader());
        if (Arrays.stream(type.getDeclaredMethods()).anyMatch(NativeImageIT::isCall)) {
          interfaces.add(type);
        }
      }
    }
    return interfaces;
  }

  private static boolean isCall(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      if (annotation.annotationType().getPackageName().equals("retrofit2.http")) {
        return true;
      }
    }
    return false;
  }
}
