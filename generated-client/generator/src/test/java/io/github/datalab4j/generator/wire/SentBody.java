package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The body that a call was given. */
sealed interface SentBody {
  /** None. */
  record None() implements SentBody {}

  /** A value to be written as JSON. */
  record Json(JsonNode value) implements SentBody {}

  /** Bytes of the caller's own media type. */
  record Raw(ByteString bytes, String mediaType) implements SentBody {}

  /** A file as the content of a part; without a file name where it is text. */
  record FilePart(@Nullable String filename, String mediaType, ByteString bytes) {}

  /** The fields of an urlencoded form. */
  record Fields(JsonNode media, Map<String, JsonNode> values) implements SentBody {}

  /** The parts of a multipart form. */
  record Parts(JsonNode media, Map<String, JsonNode> values, Map<String, List<FilePart>> files)
      implements SentBody {
    Parts(JsonNode media) {
      this(media, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    boolean isEmpty() {
      return values.isEmpty() && files.isEmpty();
    }
  }
}
