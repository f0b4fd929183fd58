package io.github.datalab4j.generator.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ImportsTest {
  @Test
  void aClassIsNamedSimplyAndImported() {
    Imports imports = new Imports();

    assertEquals("Path", imports.name("retrofit2.http.Path"));
    assertEquals("Path", imports.name("retrofit2.http.Path"));
    assertEquals(Arrays.asList("retrofit2.http.Path"), imports.sorted());
  }

  @Test
  void anotherClassOfTheSameNameIsWrittenOut() {
    Imports imports = new Imports().add("a.model.Path");

    assertEquals("retrofit2.http.Path", imports.name("retrofit2.http.Path"));
    assertEquals(Arrays.asList("a.model.Path"), imports.sorted());
  }

  @Test
  void importsAreSorted() {
    Imports imports = new Imports().add("b.A").add("a.B");

    assertEquals(Arrays.asList("a.B", "b.A"), imports.sorted());
  }
}
