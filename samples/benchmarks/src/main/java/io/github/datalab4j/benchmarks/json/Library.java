package io.github.datalab4j.benchmarks.json;

/**
 * What is compared. All but the first decode into the same classes, {@link Pojos}; the last keeps
 * the fields that they do not name, as the first does.
 */
public enum Library {
  DATALAB4J,
  MOSHI_REFLECTIVE,
  GSON,
  JACKSON,
  JACKSON_KEEPING_UNKNOWN_FIELDS;

  Codec codec() {
    return switch (this) {
      case DATALAB4J -> MoshiCodec.generated();
      case MOSHI_REFLECTIVE -> MoshiCodec.reflective();
      case GSON -> new GsonCodec();
      case JACKSON -> JacksonCodec.dropping();
      case JACKSON_KEEPING_UNKNOWN_FIELDS -> JacksonCodec.keeping();
    };
  }
}
