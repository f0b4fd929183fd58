package io.github.datalab4j.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.client.ApiClient;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users compile against changes only where somebody has said so. */
final class PublicApiTest {
  private static final Path FILE = Paths.get("api.txt");
  private static final String HEAD =
      "# The public API of the facade. A question mark stands behind what may be null.\n\n";
  private static final Set<String> KOTLIN_KEYWORDS =
      new HashSet<>(
          Arrays.asList(
              ("as break class continue do else false for fun if in interface is null object"
                      + " package return super this throw true try typealias typeof val var when"
                      + " while")
                  .split(" ", -1)));

  @Test
  void theApiIsThatOfTheFile() throws Exception {
    String api = HEAD + ApiText.of(ClassFiles.beside(Datalab.class));
    ApiFile file = new ApiFile(FILE);
    if (System.getProperty("api.accept") != null) {
      file.write(api);
    }

    assertEquals("", file.difference(api));
  }

  @Test
  void whatIsNotMarkedIsNeverNull() throws Exception {
    for (Class<?> type : ClassFiles.beside(Datalab.class)) {
      assertTrue(type.getPackage().isAnnotationPresent(NullMarked.class), type::getName);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Datalab.class, ApiClient.class})
  void noNameIsAKeywordOfKotlin(Class<?> one) throws Exception {
    Set<String> keywords = new TreeSet<>();
    for (Class<?> type : ClassFiles.beside(one)) {
      for (Method method : type.getDeclaredMethods()) {
        boolean seen = Modifier.isPublic(type.getModifiers() & method.getModifiers());
        if (seen && KOTLIN_KEYWORDS.contains(method.getName())) {
          keywords.add(method.toString());
        }
      }
    }

    assertEquals(Collections.emptySet(), keywords);
  }
}
