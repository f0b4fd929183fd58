package io.github.datalab4j.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApiFileTest {
  private static final String API = "Job: public final class\n  public result(): String?\n";

  @TempDir Path folder;
  private ApiFile file;

  @BeforeEach
  void open() {
    file = new ApiFile(folder.resolve("api.txt"));
  }

  @Test
  void whatWasAcceptedPasses() throws IOException {
    file.write(API);

    assertEquals("", file.difference(API));
  }

  @Test
  void aChangeOfNullnessIsShownWithTheNameOfItsClassAndTheCommandThatAccepts() throws IOException {
    file.write(API);

    String difference = file.difference(API.replace("?", ""));

    assertTrue(difference.contains("  - Job public result(): String?\n"), difference);
    assertTrue(difference.contains("  + Job public result(): String\n"), difference);
    assertTrue(difference.contains("-Dapi.accept"), difference);
    assertFalse(difference.contains("class"), difference);
  }

  @Test
  void whereThereIsNoFileAllIsNew() throws IOException {
    assertTrue(file.difference(API).contains("  + Job: public final class"));
  }

  @Test
  void aMemberIsShownWithItsTypesAndItsNullness() {
    String text = ApiText.of(Collections.singleton(ShownType.class));

    assertEquals(
        "io.github.datalab4j.api.ShownType: public abstract interface <T extends Object?>\n"
            + "  deprecated public abstract old(): void\n"
            + "  public abstract <R extends T> find(String?, java.util.List<? extends T?>): R?[]\n",
        text);
  }
}
