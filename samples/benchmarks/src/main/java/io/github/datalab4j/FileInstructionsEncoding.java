package io.github.datalab4j;

import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** The door to the facade's adapter of {@code file_instructions}, which is nobody's to call. */
@NullMarked
public final class FileInstructionsEncoding {
  private FileInstructionsEncoding() {}

  /** As {@link Iteration.Builder#build} does. */
  public static String toJson(Map<String, FileInstructions> byFile) {
    return FileInstructionsJson.ADAPTER.toJson(byFile);
  }
}
