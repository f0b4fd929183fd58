package io.github.datalab4j.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks into the jar that the build has made. */
final class JarIT {
  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(Path.of(System.getProperty("jar")).toFile());
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void carriesTheDocumentAndNothingElse() {
    List<String> files =
        jar.stream()
            .filter(entry -> !entry.isDirectory())
            .map(ZipEntry::getName)
            .filter(name -> !name.equals(JarFile.MANIFEST_NAME))
            .filter(name -> !name.startsWith("META-INF/maven/"))
            .toList();

    assertEquals(List.of(Yamls.DOCUMENT), files);
  }

  @Test
  void carriesTheDocumentUnchanged() throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(Yamls.DOCUMENT))) {
      assertEquals(
          Yamls.text(Yamls.DOCUMENT), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void namesItsModule() throws IOException {
    assertEquals(
        "io.github.datalab4j.spec",
        jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"));
  }
}
