package io.github.datalab4j.client.model;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The door to the generated client's reader of free-form JSON, which is nobody's to call. */
@NullMarked
public final class FreeFormReading {
  private FreeFormReading() {}

  /** As adapters do with fields that the document does not name. */
  public static @Nullable Object read(JsonReader reader) throws IOException {
    return FreeFormJson.read(reader);
  }
}
